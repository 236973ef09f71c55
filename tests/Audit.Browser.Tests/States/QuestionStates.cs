namespace Audit.Browser.Tests.States;

/// <summary>The pages around one question.</summary>
public static class QuestionStates
{
    private const string Part = "{case}/vragen/controle-uitwonendenbeurs/regulation";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["question"] = new("teamlid", $"{Part}/R12", Open),
        ["question, reading"] = new("auditor", $"{Part}/R12", Open),
        ["question, comment wrong"] = new("teamlid", $"{Part}/R12", Open) { Spoil = visitor => visitor.PressAsync("Opmerking plaatsen") },
        ["question, files"] = new("teamlid", $"{Part}/R12/bijlagen", Open),
        ["question, file wrong"] = new("teamlid", $"{Part}/R12/bijlagen", Open) { Spoil = visitor => visitor.PressAsync("Toevoegen") },
        ["answers, check"] = new("teamlid", "{case}/nakijken/controle-uitwonendenbeurs/regulation", Open),
        ["answers, print"] = new("teamlid", "{case}/afdrukken", Open),
        ["language"] = new("teamlid", "/taal"),
    };

    /// <summary>The demo case under way.</summary>
    private const string Open = "lopend onderzoek";
}
