using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Web.Texts;

namespace Audit.Browser.Tests.States;

/// <summary>The pages of blind double rating and of the suggestions that follow from it.</summary>
public static class RatingStates
{
    private const string Open = "rating, open";
    private const string HandedIn = "rating, handed in";
    private const string Fresh = "rating, none";
    private const string Home = "{case}/dubbel-beoordelen";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["rating, none yet"] = new("auditor", Home, Fresh),
        ["rating, under way"] = new("auditor", Home, Open),
        ["rating, team waits"] = new("teamlid", Home, Open),
        ["rating, begin"] = new("auditor", $"{Home}/nieuw", Fresh),
        ["rating, begin, wrong"] = new("auditor", $"{Home}/nieuw", Fresh) { Spoil = SpoilDrawAsync },
        ["rating, begin, not blind"] = new("auditor", $"{Home}/nieuw", HandedIn),
        ["rating, choose"] = new("auditor", $"{Home}/nieuw/kiezen", Fresh),
        ["rating, choose, wrong"] = new("auditor", $"{Home}/nieuw/kiezen", Fresh) { Spoil = visitor => visitor.PressAsync("Beginnen met deze vragen") },
        ["rating, round"] = new("auditor", $"{Home}/{{id}}", Open),
        ["rating, part"] = new("auditor", $"{Home}/{{id}}/controle-uitwonendenbeurs/discretion", Open),
        ["rating, part, wrong"] = new("auditor", $"{Home}/{{id}}/controle-uitwonendenbeurs/discretion", Open) { Spoil = SpoilPartAsync },
        ["rating, hand in"] = new("auditor", $"{Home}/{{id}}/inleveren", Open),
        ["rating, side by side"] = new("auditor", $"{Home}/{{id}}/vergelijking", HandedIn) { IsResult = true },
        ["rating, side by side, team"] = new("teamlid", $"{Home}/{{id}}/vergelijking?toon=verschillen", HandedIn) { IsResult = true },
        ["rating, decide"] = new("auditor", $"{Home}/verschil/{{id}}", HandedIn),
        ["rating, decide, wrong"] = new("auditor", $"{Home}/verschil/{{id}}", HandedIn) { Spoil = visitor => visitor.PressAsync("Besluit vastleggen") },
        ["rating, figures"] = new("auditor", $"{Home}/cijfers", HandedIn) { IsResult = true },
        ["rating, figures, team"] = new("begeleider", $"{Home}/cijfers", HandedIn) { IsResult = true },
        ["rating, suggest"] = new("auditor", $"{Home}/cijfers/{RatingMaker.Disputed}/suggestie", HandedIn),
        ["rating, suggest, wrong"] = new("auditor", $"{Home}/cijfers/{RatingMaker.Disputed}/suggestie", HandedIn) { Spoil = SpoilSuggestionAsync },
        ["suggestions"] = new("beheerder", RatingLinks.Suggestions, HandedIn),
        ["suggestion"] = new("beheerder", $"{RatingLinks.Suggestions}/{{id}}", HandedIn),
        ["suggestion, wrong"] = new("beheerder", $"{RatingLinks.Suggestions}/{{id}}", HandedIn) { Spoil = visitor => visitor.PressAsync("Antwoord vastleggen") },
    };

    /// <summary>Makes a case of this file; null for cases of other files.</summary>
    public static Task<Guid>? CaseAsync(Installation installation, string key) => key switch
    {
        Open => new RatingMaker(installation).OpenAsync(),
        HandedIn => new RatingMaker(installation).HandedInAsync(),
        Fresh => new CaseMaker(installation).MakeAsync("review"),
        _ => null,
    };

    private static async Task SpoilDrawAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Hoeveel vragen wilt u loten?").FillAsync("veel");
        await visitor.PressAsync("Loten en beginnen");
    }

    private static async Task SpoilSuggestionAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Uw suggestie").FillAsync(string.Empty);
        await visitor.PressAsync("Suggestie versturen");
    }

    private static async Task SpoilPartAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Toelichting").First.FillAsync("Een toelichting zonder antwoord.");
        await visitor.PressAsync("Opslaan en verder");
    }
}
