using System.Globalization;
using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Outcomes;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Effects;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Effects;

/// <summary>What the form of a measurement sends; everything may be missing or nonsense.</summary>
public sealed class MeasurementForm
{
    /// <summary>In the place of a question: the indicator is counted.</summary>
    public const string Count = "telling";

    private const int Longest = 4000;
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d-M-yyyy"];

    /// <summary>Id of the question, or <see cref="Count"/>.</summary>
    public string? Vraag { get; set; }

    public string? Antwoord { get; set; }

    public string? Aantal { get; set; }

    public string? Totaal { get; set; }

    public string? Bewijs { get; set; }

    public string? Toelichting { get; set; }

    public string? Vindplaats { get; set; }

    public string? Dag { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public Guid Inzending { get; set; } = Guid.CreateVersion7();

    private DateOnly? Day => DateOnly.TryParseExact(Dag?.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private EvidenceGrade? Grade => EffectWords.Grades.Where(known => known.Grade.ToString() == Bewijs).Select(known => (EvidenceGrade?)known.Grade).FirstOrDefault();

    /// <summary>Checks what was sent.</summary>
    /// <param name="state">Receives an error for everything that cannot be stored.</param>
    /// <param name="question">The question that is measured; null for a count.</param>
    /// <param name="days">First day of the action, and today.</param>
    /// <returns>The measurement; null when something is wrong.</returns>
    public EffectMeasurement? Check(ModelStateDictionary state, Question? question, (DateOnly? Start, DateOnly Today) days)
    {
        if (question is not null && (Antwoord is null || question.IndexOf(Antwoord) < 0))
        {
            state.AddModelError("antwoord", Tr($"Kies het antwoord dat u nu hebt gevonden."));
        }

        var cell = question is null ? CheckCount(state) : null;
        if (Grade is null)
        {
            state.AddModelError("bewijs", Tr($"Kies hoe sterk het bewijs is."));
        }

        CheckDay(state, question is not null, days);
        CheckText(state, "toelichting", Toelichting, Tr($"Schrijf op hoe u hebt gemeten en wat u zag."));
        CheckText(state, "vindplaats", Vindplaats, Tr($"Schrijf op waar de meting is na te lezen."));
        return !state.IsValid ? null : cell is null
            ? new MeasuredAnswer(question!.Id, Antwoord!, Grade!.Value, Day!.Value)
            : new MeasuredCount(cell, Grade!.Value, Day!.Value);
    }

    /// <summary>The measurement as it is recorded, once it was checked.</summary>
    public MeasurementEntry ToEntry(Guid actionId, EffectMeasurement measured) => new(Inzending, actionId, measured, Text(Toelichting), Text(Vindplaats));

    private Proportion? CheckCount(ModelStateDictionary state)
    {
        var (count, total) = (Whole(Aantal), Whole(Totaal));
        if (count is null)
        {
            state.AddModelError("aantal", Tr($"Vul een heel getal in, zonder punten, zoals 12."));
        }

        if (total is null or 0)
        {
            state.AddModelError("totaal", Tr($"Vul een heel getal in van 1 of meer, zonder punten, zoals 40."));
        }
        else if (count > total)
        {
            state.AddModelError("aantal", Tr($"Het aantal kan niet groter zijn dan het totaal."));
        }

        return count is { } some && total is { } all && all > 0 && some <= all ? new(some, all) : null;
    }

    private void CheckDay(ModelStateDictionary state, bool isAnswer, (DateOnly? Start, DateOnly Today) days)
    {
        if (Day is not { } day)
        {
            state.AddModelError("dag", Tr($"Vul de dag in als dag-maand-jaar, zoals 22-11-2026."));
        }
        else if (day > days.Today)
        {
            state.AddModelError("dag", Tr($"Deze dag is nog niet geweest."));
        }
        else if (isAnswer && day < days.Start)
        {
            state.AddModelError("dag", Tr($"De actie begon op {Dates.Day(days.Start.Value)}. Een meting van daarvoor zegt niets over haar effect."));
        }
        else if (day.Year < 2000)
        {
            state.AddModelError("dag", Tr($"Vul een jaar in vanaf 2000."));
        }
    }

    private static void CheckText(ModelStateDictionary state, string field, string? typed, string missing)
    {
        if (Text(typed) is not { Length: > 0 } text)
        {
            state.AddModelError(field, missing);
        }
        else if (text.Length > Longest)
        {
            state.AddModelError(field, Tr($"Maak deze tekst korter: hooguit {Longest} tekens."));
        }
    }

    private static int? Whole(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(string? typed) => typed?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
}

/// <summary>What the form that closes an action sends.</summary>
public sealed class ClosingForm
{
    public string? Verklaring { get; set; }

    /// <summary>Ticked when the person closes although the promise was not reached.</summary>
    public bool Toch { get; set; }

    /// <summary>The newest measurement that the person was looking at.</summary>
    public Guid? Gezien { get; set; }

    public Guid Inzending { get; set; } = Guid.CreateVersion7();
}

/// <summary>What the form that reopens an action sends.</summary>
public sealed class ReopenForm
{
    public string? Reden { get; set; }

    /// <summary>Version of the action that the person was looking at.</summary>
    public Guid Versie { get; set; }
}
