namespace Audit.Browser.Tests.States;

/// <summary>The pages about effect and rounds in their states.</summary>
public static class EffectStates
{
    /// <summary>A case with one action closed, one measured and one not.</summary>
    public const string Measured = "with measured effects";

    /// <summary>A second round after a first one on an older instrument, at its changes.</summary>
    public const string Repeated = "repeated after an old instrument";

    private const string Effect = "{case}/actieplan/actie/{open-action}/effect";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["effect"] = new("teamlid", Effect, Measured) { IsResult = true },
        ["effect, count"] = new("teamlid", $"{Effect}?meet=telling", Measured) { IsResult = true },
        ["effect, wrong"] = new("teamlid", $"{Effect}?meet=telling", Measured) { Spoil = visitor => visitor.PressAsync("Meting vastleggen"), IsResult = true },
        ["effect, closing wrong"] = new("begeleider", Effect, Measured) { Spoil = visitor => visitor.PressAsync("Actie afsluiten"), IsResult = true },
        ["effect, read"] = new("opdrachtgever", Effect, Measured) { IsResult = true },
        ["progress"] = new("manager", "{case}/voortgang", Measured) { IsResult = true },
        ["progress, none yet"] = new("teamlid", "{case}/voortgang", "lopend onderzoek") { IsResult = true },
        ["previous round"] = new("teamlid", "{case}/vorige-ronde", Repeated),
        ["previous round, all"] = new("auditor", "{case}/vorige-ronde?toon=alles", Repeated),
        ["previous round, none"] = new("teamlid", "{case}/vorige-ronde", "lopend onderzoek"),
        ["questions, taken over"] = new("teamlid", "{case}/vragen/controle-uitwonendenbeurs/policy", Repeated),
        ["changes"] = new("teamlid", "{case}/herstel/controle-uitwonendenbeurs", Repeated),
        ["trend"] = new("opdrachtgever", "{case}/trend", Repeated) { IsResult = true },
        ["trend, first round"] = new("opdrachtgever", "{case}/trend", Measured) { IsResult = true },
    };
}
