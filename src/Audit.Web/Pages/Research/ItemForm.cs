using System.Globalization;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Research;

/// <summary>What stands in the fields of one research question.</summary>
public sealed class ItemForm
{
    public const string TaskField = "taak";
    public const string QuestionField = "vraag";
    public const string NeededField = "nodig";
    public const string SourceField = "bron";
    public const string OwnerField = "wie";
    public const string DateField = "datum";
    public const string StatusField = "status";
    public const string FindingField = "bevinding";

    private const int TextLength = 4000;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d-M-yyyy"];

    /// <summary>Key of the task; empty for the whole body.</summary>
    public string? Taak { get; set; }

    public string? Vraag { get; set; }

    public string? Nodig { get; set; }

    public string? Bron { get; set; }

    /// <summary>Id of the owner; empty for nobody.</summary>
    public string? Wie { get; set; }

    /// <summary>Day as typed.</summary>
    public string? Datum { get; set; }

    /// <summary>Name of a <see cref="ResearchStatus"/>.</summary>
    public string? Status { get; set; } = nameof(ResearchStatus.Open);

    public string? Bevinding { get; set; }

    /// <summary>Id of the question of the instrument that it belongs to; empty when there is none.</summary>
    public string? HoortBij { get; set; }

    /// <summary>Version that the person was looking at; empty for a new question.</summary>
    public string? Gezien { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public string? Inzending { get; set; }

    public Guid? Seen => Guid.TryParse(Gezien, out var seen) ? seen : null;

    public ResearchContent Content => new(Taak?.Trim() ?? string.Empty, Text(Vraag) ?? string.Empty)
    {
        QuestionId = Text(HoortBij),
        InformationNeeded = Text(Nodig),
        InformationSource = Text(Bron),
        OwnerId = Guid.TryParse(Wie, out var owner) ? owner : null,
        DueDate = Day,
        Status = ParsedStatus ?? ResearchStatus.Open,
        Finding = Text(Bevinding),
    };

    private ResearchStatus? ParsedStatus => Enum.GetValues<ResearchStatus>().Where(status => status.ToString() == Status).Select(status => (ResearchStatus?)status).FirstOrDefault();

    private DateOnly? Day => DateOnly.TryParseExact(Datum?.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static ItemForm Of(ResearchItemRow row) => new()
    {
        Taak = row.TaskKey,
        Vraag = row.Question,
        Nodig = row.InformationNeeded,
        Bron = row.InformationSource,
        Wie = row.OwnerId?.ToString(),
        Datum = row.DueDate?.ToString("d-M-yyyy", CultureInfo.InvariantCulture),
        Status = row.Status.ToString(),
        Bevinding = row.Finding,
        HoortBij = row.QuestionId,
        Gezien = row.Version.ToString(),
    };

    /// <summary>Adds an error for everything that cannot be stored.</summary>
    public void Check(ModelStateDictionary state)
    {
        if (Text(Vraag) is null)
        {
            state.AddModelError(QuestionField, Tr($"Vul de onderzoeksvraag in."));
        }

        if (!string.IsNullOrWhiteSpace(Datum) && Day is null)
        {
            state.AddModelError(DateField, Tr($"Vul de datum in als dag-maand-jaar, zoals 22-11-2026, of laat die leeg."));
        }

        if (ParsedStatus is null)
        {
            state.AddModelError(StatusField, Tr($"Kies hoe ver het is."));
        }

        CheckLength(state, QuestionField, Tr($"de onderzoeksvraag"), Vraag);
        CheckLength(state, NeededField, Tr($"de tekst over wat u nodig hebt"), Nodig);
        CheckLength(state, SourceField, Tr($"de bron"), Bron);
        CheckLength(state, FindingField, Tr($"de bevinding"), Bevinding);
    }

    private static void CheckLength(ModelStateDictionary state, string field, string name, string? text)
    {
        if (Text(text)?.Length > TextLength)
        {
            state.AddModelError(field, Tr($"Maak {name} korter: hooguit {TextLength} tekens."));
        }
    }

    private static string? Text(string? typed) => typed?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;
}
