using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.States;

/// <summary>States of the pages of the review and of gates.</summary>
public static class ReviewStates
{
    /// <summary>A case at its review with items in every state.</summary>
    public const string WithItems = "with review items";

    /// <summary>A case at its adoption with a class of the auditor, a lifted gate and a signature.</summary>
    public const string Decided = "with decided classes";

    private const string Class = $"{{case}}/beoordeling/klasse/{ReviewMaker.TaskKey}";
    private const string Gate = $"{{case}}/drempelregels/{ReviewMaker.TaskKey}/";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["review file"] = new("auditor", "{case}/beoordeling", WithItems) { IsResult = true },
        ["review file, open"] = new("teamlid", "{case}/beoordeling?status=open", WithItems) { IsResult = true },
        ["review file, empty"] = new("opdrachtgever", "{case}/beoordeling", "review") { IsResult = true },
        ["review file, decided"] = new("manager", "{case}/beoordeling", Decided) { IsResult = true },
        ["review item, new"] = new("auditor", "{case}/beoordeling/nieuw", WithItems),
        ["review item, new and wrong"] = new("auditor", "{case}/beoordeling/nieuw", WithItems) { Spoil = SpoilNewAsync },
        ["review item, answer"] = new("teamlid", "{case}/beoordeling/{review-item}", WithItems),
        ["review item, answer wrong"] = new("teamlid", "{case}/beoordeling/{review-item}", WithItems) { Spoil = visitor => visitor.PressAsync("Reactie versturen") },
        ["review item, decide"] = new("auditor", "{case}/beoordeling/{review-item}", WithItems),
        ["review item, decide wrong"] = new("auditor", "{case}/beoordeling/{review-item}", WithItems) { Spoil = visitor => visitor.PressAsync("Vastleggen") },
        ["review item, read"] = new("jurist", "{case}/beoordeling/{review-item}", WithItems),
        ["review with items"] = new("auditor", "{case}/beoordelen/{step}", WithItems) { IsResult = true },
        ["review with items, wrong"] = new("auditor", "{case}/beoordelen/{step}", WithItems) { Spoil = SpoilSendBackAsync, IsResult = true },
        ["class of the auditor"] = new("auditor", Class, Decided) { IsResult = true },
        ["class of the auditor, wrong"] = new("auditor", Class, Decided) { Spoil = visitor => visitor.PressAsync("Oordeel vastleggen"), IsResult = true },
        ["class of the auditor, read"] = new("teamlid", Class, Decided) { IsResult = true },
        ["signature"] = new("auditor", "{case}/beoordeling/ondertekening", "adoption") { IsResult = true },
        ["signature, signed"] = new("auditor", "{case}/beoordeling/ondertekening", Decided) { IsResult = true },
        ["signature, wrong"] = new("auditor", "{case}/beoordeling/ondertekening", Decided) { Spoil = visitor => visitor.PressAsync("Ondertekening intrekken"), IsResult = true },
        ["signature, read"] = new("opdrachtgever", "{case}/beoordeling/ondertekening", Decided) { IsResult = true },
        ["gates"] = new("jurist", "{case}/drempelregels", Decided) { IsResult = true },
        ["gates, read"] = new("teamlid", "{case}/drempelregels", Decided) { IsResult = true },
        ["gate"] = new("jurist", $"{Gate}G4", Decided) { IsResult = true },
        ["gate, wrong"] = new("jurist", $"{Gate}G4", Decided) { Spoil = visitor => visitor.PressAsync("Drempelregel opheffen"), IsResult = true },
        ["gate, lifted"] = new("jurist", $"{Gate}{ReviewMaker.Gate}", Decided) { IsResult = true },
        ["gate, read"] = new("auditor", $"{Gate}{ReviewMaker.Gate}", Decided) { IsResult = true },
        ["gate, clear"] = new("jurist", $"{Gate}G1", Decided) { IsResult = true },
        ["adopt, decided"] = new("opdrachtgever", "{case}/vaststellen/{step}", Decided) { IsResult = true },
        ["result, decided"] = new("teamlid", "{case}/resultaat", Decided) { IsResult = true },
        ["plan, decided"] = new("begeleider", "{case}/actieplan", Decided),
        ["mend, questions sent back"] = new("teamlid", $"{{case}}/herstel/{ReviewMaker.TaskKey}", SentBack),
        ["questions, sent back"] = new("teamlid", $"{{case}}/vragen/{ReviewMaker.TaskKey}/policy", SentBack),
        ["questions, sent back and read"] = new("auditor", $"{{case}}/vragen/{ReviewMaker.TaskKey}/policy", SentBack),
    };

    /// <summary>A case that was sent back with a question.</summary>
    public const string SentBack = "with questions sent back";

    private static Task SpoilNewAsync(Visitor visitor) => visitor.PressAsync("Punt toevoegen");

    private static async Task SpoilSendBackAsync(Visitor visitor)
    {
        await visitor.Page.Locator("[id='terug-P11']").CheckAsync();
        await visitor.Page.GetByLabel("Terug naar het team", new() { Exact = true }).CheckAsync();
        await visitor.PressAsync("Besluit vastleggen");
    }
}
