using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.States;

/// <summary>The pages for workbooks in their states.</summary>
public static class WorkbookStates
{
    public const string Conflicts = "workbook with conflicts";
    public const string Decided = "workbook that was applied";
    public const string Outdated = "workbook of an older plan";

    private const string Plan = "adoption";
    private const string Reading = "{case}/actieplan/werkboek/inlezen";
    private const string Owners = "{case}/actieplan/werkboek/eigenaar";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["workbook, hand in"] = new("manager", Reading, Plan),
        ["workbook, hand in, wrong"] = new("manager", Reading, Plan) { Spoil = visitor => visitor.PressAsync("Nakijken") },
        ["workbook, hand in, read"] = new("auditor", Reading, Conflicts),
        ["workbook, preview"] = new("manager", $"{Reading}/{{import}}", Conflicts),
        ["workbook, preview, wrong"] = new("manager", $"{Reading}/{{import}}", Conflicts) { Spoil = SpoilPreviewAsync },
        ["workbook, preview, read"] = new("auditor", $"{Reading}/{{import}}", Conflicts),
        ["workbook, applied"] = new("begeleider", $"{Reading}/{{import}}", Decided),
        ["workbook, of an older plan"] = new("manager", $"{Reading}/{{import}}", Outdated),
        ["owners of actions"] = new("manager", Owners, Plan),
        ["owners of actions, read"] = new("auditor", Owners, Plan),
        ["send rows"] = new("manager", $"{Owners}/{{owner}}/versturen", Plan),
        ["send rows, wrong"] = new("manager", $"{Owners}/{{owner}}/versturen", Plan) { Spoil = visitor => visitor.PressAsync("Verder") },
        ["send rows, confirm"] = new("manager", $"{Owners}/{{owner}}/versturen", Plan) { Show = ConfirmAsync },
    };

    /// <summary>The case that a state of this file needs; null when it is of another file.</summary>
    public static Task<Guid>? CaseAsync(string key, WorkbookMaker maker) => key switch
    {
        Conflicts => maker.WithConflictsAsync(),
        Decided => maker.AppliedAsync(),
        Outdated => maker.OutdatedAsync(),
        _ => null,
    };

    private static async Task ConfirmAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("E-mailadres").FillAsync("directie@elders.example");
        await visitor.PressAsync("Verder");
    }

    /// <summary>As if the plan changed since the page was shown.</summary>
    private static async Task SpoilPreviewAsync(Visitor visitor)
    {
        await visitor.Page.Locator("input[name=gezien]").EvaluateAsync("field => field.value = 'verouderd'");
        await visitor.PressAsync("Verwerken");
    }
}
