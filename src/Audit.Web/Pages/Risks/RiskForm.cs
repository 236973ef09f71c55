using Audit.Data.Database;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Risks;

/// <summary>What stands in the fields of one risk.</summary>
public sealed class RiskForm
{
    public const string TitleField = "titel";
    public const string ComponentField = "onderdeel";
    public const string CauseField = "oorzaak";
    public const string ConsequenceField = "gevolg";
    public const string GroupsField = "groepen";

    /// <summary>How every risk begins.</summary>
    public const string Start = "Het risico dat";

    private const int TitleLength = 300;
    private const int TextLength = 4000;
    private const int GroupLength = 200;

    /// <summary>Key of the task.</summary>
    public string? Taak { get; set; }

    public string? Titel { get; set; }

    public string? Onderdeel { get; set; }

    public string? Oorzaak { get; set; }

    public string? Gevolg { get; set; }

    /// <summary>Ids of the questions on whose answers it rests.</summary>
    public string[] Vragen { get; set; } = [];

    /// <summary>Keys of distinctions.</summary>
    public string[] Onderscheid { get; set; } = [];

    /// <summary>Ids of grounds.</summary>
    public string[] Gronden { get; set; } = [];

    /// <summary>Other groups, one on a line.</summary>
    public string? Groepen { get; set; }

    /// <summary>Row ids of actions.</summary>
    public string[] Acties { get; set; } = [];

    /// <summary>Version that the person was looking at; empty for a new risk.</summary>
    public string? Gezien { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public string? Inzending { get; set; }

    public Guid? Seen => Guid.TryParse(Gezien, out var seen) ? seen : null;

    public Guid NewId => Guid.TryParse(Inzending, out var id) && id != Guid.Empty ? id : Guid.CreateVersion7();

    public RiskContent Content => new(Taak?.Trim() ?? string.Empty, Onderdeel ?? string.Empty, Text(Titel) ?? string.Empty)
    {
        Cause = Text(Oorzaak) ?? string.Empty,
        Consequence = Text(Gevolg) ?? string.Empty,
        Ties =
        [
            .. Vragen.Select(id => new RiskTie(RiskLinkKind.Question, id)),
            .. Onderscheid.Select(key => new RiskTie(RiskLinkKind.Distinction, key)),
            .. Gronden.Concat(Names).Select(name => new RiskTie(RiskLinkKind.Group, name)),
            .. Acties.Select(id => new RiskTie(RiskLinkKind.Action, id)),
        ],
    };

    private IReadOnlyList<string> Names => [.. (Groepen ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public static RiskForm Of(RegisteredRisk risk, IReadOnlySet<string> grounds) => new()
    {
        Taak = risk.Row.TaskKey,
        Titel = risk.Row.Title,
        Onderdeel = risk.Row.ComponentId,
        Oorzaak = risk.Row.Cause,
        Gevolg = risk.Row.Consequence,
        Vragen = [.. risk.TargetsOf(RiskLinkKind.Question)],
        Onderscheid = [.. risk.TargetsOf(RiskLinkKind.Distinction)],
        Gronden = [.. risk.TargetsOf(RiskLinkKind.Group).Where(grounds.Contains)],
        Groepen = string.Join('\n', risk.TargetsOf(RiskLinkKind.Group).Where(name => !grounds.Contains(name))),
        Acties = [.. risk.TargetsOf(RiskLinkKind.Action)],
        Gezien = risk.Row.Version.ToString(),
    };

    /// <summary>Adds an error for everything that cannot be stored.</summary>
    public void Check(ModelStateDictionary state)
    {
        if (Text(Titel) is not { } title || !title.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || title.Length < Start.Length + 5)
        {
            state.AddModelError(TitleField, Tr($"Schrijf het risico in één zin, die begint met ‘{Start}’."));
        }

        CheckText(state, (TitleField, Tr($"de zin over het risico"), Titel, TitleLength));
        if (string.IsNullOrEmpty(Onderdeel))
        {
            state.AddModelError(ComponentField, Tr($"Kies in welk onderdeel het risico ontstaat."));
        }

        CheckFilled(state, CauseField, Tr($"Schrijf op waardoor het risico ontstaat."), Oorzaak);
        CheckText(state, (CauseField, Tr($"de oorzaak"), Oorzaak, TextLength));
        CheckFilled(state, ConsequenceField, Tr($"Schrijf op wat het gevolg is, en voor wie."), Gevolg);
        CheckText(state, (ConsequenceField, Tr($"het gevolg"), Gevolg, TextLength));
        if (Names.Any(name => name.Length > GroupLength))
        {
            state.AddModelError(GroupsField, Tr($"Maak de naam van een groep korter: hooguit {GroupLength} tekens per regel."));
        }
    }

    private static void CheckFilled(ModelStateDictionary state, string field, string message, string? text)
    {
        if (Text(text) is null)
        {
            state.AddModelError(field, message);
        }
    }

    private static void CheckText(ModelStateDictionary state, (string Field, string Name, string? Text, int Longest) typed)
    {
        if (Text(typed.Text)?.Length > typed.Longest)
        {
            state.AddModelError(typed.Field, Tr($"Maak {typed.Name} korter: hooguit {typed.Longest} tekens."));
        }
    }

    private static string? Text(string? typed) => typed?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;
}
