using System.Globalization;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Reviews;

/// <summary>What stands in the fields of a new item of the review.</summary>
public sealed class AddItemForm
{
    public const string KindField = "soort";
    public const string TaskField = "taak";
    public const string SubjectField = "onderwerp";
    public const string TextField = "tekst";
    public const string DateField = "datum";

    private const string QuestionMark = "vraag:";
    private const string PartMark = "onderdeel:";

    /// <summary>Name of a <see cref="ReviewItemKind"/>.</summary>
    public string? Soort { get; set; }

    /// <summary>Key of the task; empty for the whole body.</summary>
    public string? Taak { get; set; }

    /// <summary>A question or part; empty for the whole task.</summary>
    public string? Onderwerp { get; set; }

    public string? Tekst { get; set; }

    /// <summary>Day as typed.</summary>
    public string? Datum { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public string? Inzending { get; set; }

    public ReviewContent Content => new(Taak?.Trim() ?? string.Empty, Kind ?? ReviewItemKind.Finding, TypedText.Of(Tekst) ?? string.Empty)
    {
        QuestionId = After(QuestionMark),
        ComponentId = After(PartMark),
        DueDate = TypedText.Day(Datum),
    };

    private ReviewItemKind? Kind => Enum.GetValues<ReviewItemKind>().Where(kind => kind.ToString() == Soort).Select(kind => (ReviewItemKind?)kind).FirstOrDefault();

    /// <summary>The form as the address asks for it.</summary>
    public static AddItemForm For(string? task, string? question) => new()
    {
        Taak = task,
        Onderwerp = question is null ? null : QuestionMark + question,
        Soort = nameof(ReviewItemKind.Finding),
        Inzending = Guid.CreateVersion7().ToString(),
    };

    /// <summary>What an item can be about, by part: the part itself and its questions.</summary>
    public static IEnumerable<(string Group, IReadOnlyList<(string Value, string Label)> Choices)> SubjectsOf(Instrument instrument)
    {
        foreach (var part in instrument.Components.Concat(instrument.CrossCutting))
        {
            yield return (part.Title.Shown(), [(PartMark + part.Id, Tr($"Heel onderdeel: {part.Title.Shown()}")), .. part.Questions.Select(ChoiceOf)]);
        }

        if (instrument.Severity.Count > 0)
        {
            yield return (Tr($"Ernst van de gevolgen"), [.. instrument.Severity.Select(ChoiceOf)]);
        }
    }

    /// <summary>The tasks and the whole body.</summary>
    public static IEnumerable<(string Value, string Label)> TasksOf(CaseView view) =>
        view.Case.Tasks.Select(task => (task.Key, task.Name)).Append((string.Empty, ReviewTexts.Body));

    /// <summary>Adds an error for everything that cannot be stored.</summary>
    /// <param name="state">Receives the errors.</param>
    /// <param name="today">Day of the request.</param>
    public void Check(ModelStateDictionary state, DateOnly today)
    {
        if (Kind is null)
        {
            state.AddModelError(KindField, Tr($"Kies wat u vraagt."));
        }

        if (Kind is ReviewItemKind.SentBackQuestion && After(QuestionMark) is null)
        {
            state.AddModelError(SubjectField, Tr($"Kies de vraag die u terugstuurt."));
        }

        state.CheckText(TextField, Tekst, (Tr($"Schrijf op wat u het team wilt vragen of melden."), ReviewItems.MostCharacters));
        if (!string.IsNullOrWhiteSpace(Datum) && TypedText.Day(Datum) is null)
        {
            state.AddModelError(DateField, Tr($"Vul de datum in als dag-maand-jaar, zoals 22-11-2026, of laat die leeg."));
        }
        else if (TypedText.Day(Datum) < today)
        {
            state.AddModelError(DateField, Tr($"Kies een datum vanaf {today.ToString("d-M-yyyy", CultureInfo.InvariantCulture)}, of laat die leeg."));
        }
    }

    private static (string Value, string Label) ChoiceOf(Question question) => (QuestionMark + question.Id, $"{question.Id}. {question.Text.Shown()}");

    private string? After(string mark) => Onderwerp is { } subject && subject.StartsWith(mark, StringComparison.Ordinal) ? subject[mark.Length..] : null;
}
