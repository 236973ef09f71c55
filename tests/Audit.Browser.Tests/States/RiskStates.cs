using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.States;

/// <summary>The pages of the risk register.</summary>
public static class RiskStates
{
    public const string Case = "with risks";

    private const string Risk = "{case}/risicos/{risk}";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["session about risks, none yet"] = new("begeleider", "{case}/stap/{step}", "session-3"),
        ["risks, none yet"] = new("teamlid", "{case}/risicos", "session-3") { IsResult = true },
        ["risks"] = new("teamlid", "{case}/risicos", Case) { IsResult = true },
        ["risks, filtered"] = new("teamlid", "{case}/risicos?stand=None&onderdeel=process", Case) { IsResult = true },
        ["risks, read"] = new("manager", "{case}/risicos", Case) { IsResult = true },
        ["new risk"] = new("teamlid", "{case}/risicos/nieuw", Case),
        ["new risk, wrong"] = new("teamlid", "{case}/risicos/nieuw", Case) { Spoil = visitor => visitor.PressAsync("Toevoegen") },
        ["risk proposals"] = new("begeleider", "{case}/risicos/voorstellen", Case) { IsResult = true },
        ["risk proposals, wrong"] = new("begeleider", "{case}/risicos/voorstellen", Case) { Spoil = visitor => visitor.PressAsync("Aangevinkte voorstellen toevoegen"), IsResult = true },
        ["risk"] = new("teamlid", Risk, Case) { IsResult = true },
        ["risk, wrong"] = new("auditor", Risk, Case) { Spoil = visitor => visitor.PressAsync("Verklaring vastleggen"), IsResult = true },
        ["risk, read"] = new("manager", Risk, Case) { IsResult = true },
        ["risk, change"] = new("teamlid", $"{Risk}/wijzigen", Case),
        ["risk, change wrong"] = new("teamlid", $"{Risk}/wijzigen", Case) { Spoil = SpoilChangeAsync },
        ["risk, judge"] = new("auditor", $"{Risk}/oordelen/zonder-waarborgen", Case) { IsResult = true },
        ["risk, judge wrong"] = new("auditor", $"{Risk}/oordelen/zonder-waarborgen", Case) { Spoil = visitor => visitor.PressAsync("Oordeel vastleggen"), IsResult = true },
        ["risk, judge again"] = new("begeleider", $"{Risk}/oordelen/restrisico", Case) { IsResult = true },
        ["risk, accept"] = new("opdrachtgever", $"{Risk}/accepteren", Case) { IsResult = true },
        ["risk, accept wrong"] = new("opdrachtgever", $"{Risk}/accepteren", Case) { Spoil = visitor => visitor.PressAsync("Restrisico accepteren"), IsResult = true },
        ["risk, withdraw"] = new("opdrachtgever", $"{Risk}/intrekken", Case),
        ["risk, withdraw wrong"] = new("opdrachtgever", $"{Risk}/intrekken", Case) { Spoil = visitor => visitor.PressAsync("Acceptatie intrekken") },
        ["risk, take out"] = new("teamlid", $"{Risk}/uit-register", Case),
        ["risk, take out wrong"] = new("teamlid", $"{Risk}/uit-register", Case) { Spoil = visitor => visitor.PressAsync("Uit het register halen") },
        ["risk of another case"] = new("teamlid", "{case}/risicos/01890000-0000-7000-8000-000000000000", Case) { Status = 404 },
    };

    private static async Task SpoilChangeAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Gevolg", new() { Exact = true }).FillAsync(string.Empty);
        await visitor.PressAsync("Opslaan");
    }
}
