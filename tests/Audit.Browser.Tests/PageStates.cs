using System.Collections.Concurrent;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Browser.Tests.States;

namespace Audit.Browser.Tests;

/// <summary>A page in a certain state, as one of the demo users gets to see it.</summary>
/// <param name="Mailbox">The user; empty for somebody who is not signed in.</param>
/// <param name="Path">Its address; {case} stands for a case, {step} for the open step of that case, {id} for an id alone.</param>
/// <param name="Case">Which case, or what else there must be.</param>
public sealed record PageState(string Mailbox, string Path, string Case = "")
{
    /// <summary>Brings the page into an error state.</summary>
    public Func<Visitor, Task>? Spoil { get; init; }

    /// <summary>Brings the page into a further state that is no error.</summary>
    public Func<Visitor, Task>? Show { get; init; }

    /// <summary>Status with which the page answers.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Whether the page shows a result, which must say what it is not.</summary>
    public bool IsResult { get; init; }
}

/// <summary>Every page in every state that a test looks at, with the cases that they need, each made when it is first asked for.</summary>
public sealed class PageStates(Installation installation)
{
    private const string Running = "lopend onderzoek";
    private const string Finished = "vastgesteld en uitgevoerd";
    private const string Overdue = "acties over tijd";
    private const string Mending = "mend";
    private const string OnFirstVersion = "on the first version";
    private const string Incidents = "incidents";
    private const string Draft = "draft";
    private const string OnOldInstrument = "on an old instrument";
    private const string InstrumentDraft = "instrument draft";
    private const string Planned = "with a research plan";
    private const string Scripted = "with a script";
    private const string TaskKey = "controle-uitwonendenbeurs";

    private readonly CaseMaker maker = new(installation);
    private readonly AdminMaker admin = new(installation);
    private readonly InstrumentMaker instruments = new(installation);
    private readonly ReviewMaker reviews = new(installation);
    private readonly EffectStateMaker effects = new(installation);
    private readonly WorkbookMaker workbooks = new(installation);
    private readonly ConcurrentDictionary<string, Lazy<Task<Guid>>> cases = new();

    private static readonly Dictionary<string, PageState> Main = new()
    {
        ["sign in"] = new(string.Empty, "/inloggen"),
        ["sign in, wrong"] = new(string.Empty, "/inloggen") { Spoil = visitor => visitor.PressAsync("Inloggen") },
        ["sign out"] = new("teamlid", "/uitloggen"),
        ["no such page"] = new("teamlid", "/bestaat-niet") { Status = 404 },
        ["list"] = new("begeleider", "/doorlichtingen"),
        ["list, empty"] = new("beheerder", "/doorlichtingen"),
        ["new case"] = new("begeleider", "/doorlichtingen/nieuw"),
        ["new case, wrong"] = new("begeleider", "/doorlichtingen/nieuw") { Spoil = SpoilNewCaseAsync },
        ["hub, under way"] = new("teamlid", "{case}", Running),
        ["hub, finished"] = new("opdrachtgever", "{case}", Finished),
        ["hub, overdue"] = new("manager", "{case}", Overdue),
        ["session"] = new("begeleider", "{case}/stap/{step}", "start"),
        ["session with script"] = new("begeleider", "{case}/stap/{step}", Scripted),
        ["session with script, wrong"] = new("begeleider", "{case}/stap/{step}", Scripted) { Spoil = SpoilSessionAsync },
        ["session with script, read"] = new("auditor", "{case}/stap/{step}", Scripted),
        ["session to print"] = new("begeleider", "{case}/stap/{step}/afdrukken", Scripted),
        ["research plan"] = new("teamlid", "{case}/onderzoeksplan", Planned),
        ["research plan, mine"] = new("teamlid", "{case}/onderzoeksplan?van=mij", Planned),
        ["research plan, read"] = new("auditor", "{case}/onderzoeksplan", Planned),
        ["research plan, empty"] = new("begeleider", "{case}/onderzoeksplan", "research-plan"),
        ["research plan, wrong"] = new("teamlid", "{case}/onderzoeksplan", "research-plan") { Spoil = visitor => visitor.PressAsync("Stap afronden") },
        ["research question, new"] = new("teamlid", "{case}/onderzoeksplan/nieuw", Planned),
        ["research question, wrong"] = new("teamlid", "{case}/onderzoeksplan/nieuw", Planned) { Spoil = SpoilResearchAsync },
        ["research question"] = new("begeleider", "{case}/onderzoeksplan/{item}", Planned),
        ["research question, remove"] = new("begeleider", "{case}/onderzoeksplan/{item}/verwijderen", Planned),
        ["research proposals"] = new("teamlid", "{case}/onderzoeksplan/voorstellen", Planned),
        ["research proposals, wrong"] = new("teamlid", "{case}/onderzoeksplan/voorstellen", Planned)
        {
            Spoil = visitor => visitor.PressAsync("Aangevinkte voorstellen toevoegen"),
        },
        ["questions, planned"] = new("teamlid", $"{{case}}/vragen/{TaskKey}/regulation", Planned),
        ["tasks"] = new("begeleider", "{case}/taken", "tasks"),
        ["tasks, wrong"] = new("begeleider", "{case}/taken", "tasks") { Spoil = SpoilTasksAsync },
        ["tasks, read"] = new("auditor", "{case}/taken", Running),
        ["questions"] = new("teamlid", $"{{case}}/vragen/{TaskKey}/discretion", Running),
        ["questions, wrong"] = new("teamlid", $"{{case}}/vragen/{TaskKey}/discretion", Running) { Spoil = SpoilQuestionsAsync },
        ["questions, read"] = new("auditor", $"{{case}}/vragen/{TaskKey}/policy", Running),
        ["questions of the body"] = new("begeleider", "{case}/vragen/organisatie/culture", "culture"),
        ["register of distinctions"] = new("teamlid", $"{{case}}/onderscheid/{TaskKey}", Running),
        ["register of distinctions, read"] = new("auditor", $"{{case}}/onderscheid/{TaskKey}", Finished),
        ["new distinction"] = new("teamlid", $"{{case}}/onderscheid/{TaskKey}/nieuw", Running),
        ["new distinction, wrong"] = new("teamlid", $"{{case}}/onderscheid/{TaskKey}/nieuw", Running) { Spoil = visitor => visitor.PressAsync("Opslaan") },
        ["terms"] = new("auditor", "/begrippen"),
        ["survey items"] = new("begeleider", "/enquete"),
        ["mend"] = new("teamlid", $"{{case}}/herstel/{TaskKey}", Mending),
        ["review"] = new("auditor", "{case}/beoordelen/{step}", "review") { IsResult = true },
        ["review, wrong"] = new("auditor", "{case}/beoordelen/{step}", "review") { Spoil = SpoilDecisionAsync, IsResult = true },
        ["adopt"] = new("opdrachtgever", "{case}/vaststellen/{step}", "adoption") { IsResult = true },
        ["adopt, wrong"] = new("opdrachtgever", "{case}/vaststellen/{step}", "adoption") { Spoil = SpoilDecisionAsync, IsResult = true },
        ["change tasks"] = new("begeleider", "{case}/taken-wijzigen", Running),
        ["change tasks, wrong"] = new("begeleider", "{case}/taken-wijzigen", Running) { Spoil = visitor => visitor.PressAsync("Taken wijzigen") },
        ["report a suspicion"] = new("teamlid", "{case}/vermoeden", Running),
        ["report a suspicion, wrong"] = new("teamlid", "{case}/vermoeden", Running) { Spoil = visitor => visitor.PressAsync("Vermoeden melden") },
        ["sequel"] = new("begeleider", "{case}/vervolg", Finished),
        ["result, under way"] = new("teamlid", "{case}/resultaat", Running) { IsResult = true },
        ["result, finished"] = new("opdrachtgever", "{case}/resultaat", Finished) { IsResult = true },
        ["result of a task"] = new("teamlid", $"{{case}}/resultaat/{TaskKey}", Finished) { IsResult = true },
        ["plan, none yet"] = new("teamlid", "{case}/actieplan", Running),
        ["plan, draft"] = new("begeleider", "{case}/actieplan", "adoption"),
        ["plan, read"] = new("auditor", "{case}/actieplan", Finished),
        ["plan, overdue"] = new("manager", "{case}/actieplan", Overdue),
        ["track"] = new("manager", "{case}/volgen/{step}", Overdue),
        ["track, wrong"] = new("manager", "{case}/volgen/{step}", Overdue) { Spoil = visitor => visitor.PressAsync("Vastleggen") },
        ["workflows"] = new("beheerder", "/beheer/werkstromen", Draft),
        ["workflow"] = new("beheerder", $"/beheer/werkstromen/doorlichting/{ChangedDefinition.Shipped}", OnFirstVersion),
        ["workflow of suspicions"] = new("beheerder", "/beheer/werkstromen/vermoeden/2"),
        ["new workflow"] = new("beheerder", "/beheer/werkstromen/nieuw"),
        ["new workflow, wrong"] = new("beheerder", "/beheer/werkstromen/nieuw") { Spoil = SpoilDefinitionAsync },
        ["draft workflow"] = new("beheerder", "/beheer/werkstromen/concept/{id}", Draft),
        ["move"] = new("beheerder", $"/beheer/werkstromen/doorlichting/{ChangedDefinition.Shipped}/verplaatsen", OnFirstVersion),
        ["move, wrong"] = new("beheerder", $"/beheer/werkstromen/doorlichting/{ChangedDefinition.Shipped}/verplaatsen", OnFirstVersion)
        {
            Spoil = visitor => visitor.PressAsync($"Verplaatsen naar versie {ChangedDefinition.Shipped}"),
        },
        ["incidents"] = new("beheerder", "/beheer/storingen", Incidents),
        ["instruments"] = new("beheerder", InstrumentPages.Home, InstrumentDraft),
        ["instrument"] = new("beheerder", $"{InstrumentPages.Home}/discriminatietoets/{ChangedInstrument.Content.Instrument.Value.Version}", OnOldInstrument),
        ["new instrument"] = new("beheerder", $"{InstrumentPages.Home}/nieuw"),
        ["new instrument, wrong"] = new("beheerder", $"{InstrumentPages.Home}/nieuw") { Spoil = SpoilInstrumentAsync },
        ["draft instrument"] = new("beheerder", $"{InstrumentPages.Home}/concept/{{id}}", InstrumentDraft),
        ["move to instrument"] = new("beheerder", InstrumentPages.Move(ChangedInstrument.Content.Instrument.Value.Version), OnOldInstrument),
        ["move to instrument, wrong"] = new("beheerder", InstrumentPages.Move(ChangedInstrument.Content.Instrument.Value.Version), OnOldInstrument)
        {
            Spoil = visitor => visitor.PressAsync($"Verplaatsen naar versie {ChangedInstrument.Content.Instrument.Value.Version}"),
        },
    };

    /// <summary>Those of this file and of the files that each part of the product has for its own pages.</summary>
    public static IReadOnlyDictionary<string, PageState> All { get; } = new IReadOnlyDictionary<string, PageState>[]
    {
        Main,
        TrackingStates.All,
        ReviewStates.All,
        States.RiskStates.All,
        RatingStates.All,
        MailStates.All,
        QuestionStates.All,
        EffectStates.All,
        States.WorkbookStates.All,
        PlanStates.All,
        ChartStates.All,
        TeamStates.All,
        AccountStates.All,
    }.SelectMany(states => states).ToDictionary();

    /// <summary>Shows a page in its state; the caller closes the browser.</summary>
    public async Task<Visitor> ShowAsync(PageState state, BrowserNewContextOptions options)
    {
        var visitor = state.Mailbox.Length == 0 ? await installation.AnonymousAsync(options) : await installation.SignedInAsync(state.Mailbox, options);
        await visitor.GoAsync(await AddressOfAsync(state), state.Status);
        if ((state.Spoil ?? state.Show) is { } act)
        {
            await act(visitor);
        }

        return visitor;
    }

    private async Task<string> AddressOfAsync(PageState state)
    {
        if (state.Case.Length == 0)
        {
            return state.Path;
        }

        var id = await cases.GetOrAdd(state.Case, key => new(() => CaseAsync(key))).Value;
        var step = state.Path.Contains("{step}", StringComparison.Ordinal) ? (await maker.FirstStepAsync(id))!.StepId : Guid.Empty;
        return state.Path
            .Replace("{case}", $"/doorlichtingen/{id}", StringComparison.Ordinal)
            .Replace("{step}", step.ToString(), StringComparison.Ordinal)
            .Replace("{risk}", (await new RiskMaker(installation).FirstAsync(id)).ToString(), StringComparison.Ordinal)
            .Replace("{item}", (await maker.FirstItemAsync(id)).ToString(), StringComparison.Ordinal)
            .Replace("{rij}", (await maker.FirstActionAsync(id)).ToString(), StringComparison.Ordinal)
            .Replace("{review-item}", (await reviews.FirstItemAsync(id)).ToString(), StringComparison.Ordinal)
            .Replace("{open-action}", (await effects.OpenActionAsync(id)).ToString(), StringComparison.Ordinal)
            .Replace("{import}", (await workbooks.NewestAsync(id)).ToString(), StringComparison.Ordinal)
            .Replace("{owner}", state.Path.Contains("{owner}", StringComparison.Ordinal) ? await workbooks.OwnerAsync(id) : string.Empty, StringComparison.Ordinal)
            .Replace("{action}", (await maker.FirstActionAsync(id)).ToString(), StringComparison.Ordinal)
            .Replace("{id}", id.ToString(), StringComparison.Ordinal);
    }

    private Task<Guid> CaseAsync(string key) => key switch
    {
        Running or Finished or Overdue => maker.SeededAsync(key),
        OnFirstVersion => admin.OnFirstVersionAsync(),
        Draft => admin.DraftAsync(),
        Planned => new ResearchMaker(maker).MakeAsync(),
        States.RiskStates.Case => new RiskMaker(installation).MakeAsync(),
        Scripted => maker.MakeAsync(ScriptedInstrument.Session, ScriptedInstrument.Make()),
        Incidents => admin.IncidentsAsync(),
        OnOldInstrument => instruments.OnOldVersionAsync(),
        InstrumentDraft => instruments.DraftAsync(),
        ReviewStates.WithItems => reviews.MakeAsync(),
        ReviewStates.SentBack => reviews.SentBackAsync(),
        ReviewStates.Decided => reviews.DecidedAsync(),
        MailStates.Feed => new MailMaker(installation).FeedAsync("jurist"),
        MailStates.Mails => new MailMaker(installation).MailsAsync(),
        TeamStates.Withdrawn => new LifeMaker(installation, maker).WithdrawnAsync(),
        TeamStates.Draft => maker.MakeDraftAsync("regulation"),
        EffectStates.Measured => effects.MeasuredAsync(),
        EffectStates.Repeated => effects.RepeatedAsync(),
        _ => ChartStates.JobAsync(installation, key) ?? RatingStates.CaseAsync(installation, key) ?? States.WorkbookStates.CaseAsync(key, workbooks) ?? NewCaseAsync(key),
    };

    private async Task<Guid> NewCaseAsync(string key)
    {
        var id = await maker.MakeAsync(key == Mending ? "review" : key);
        if (key == Mending)
        {
            await maker.SendBackAsync(id);
        }

        return id;
    }

    private static async Task SpoilNewCaseAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Peildatum").FillAsync("gisteren");
        await visitor.PressAsync("Doorlichting beginnen");
    }

    private static async Task SpoilSessionAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Teamlid").FillAsync("twee");
        await visitor.PressAsync("Opslaan");
    }

    private static async Task SpoilResearchAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Uiterlijk klaar op").FillAsync("morgen");
        await visitor.PressAsync("Toevoegen");
    }

    private static async Task SpoilTasksAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Naam van de taak").FillAsync(string.Empty);
        await visitor.PressAsync("Opslaan");
    }

    private static async Task SpoilQuestionsAsync(Visitor visitor)
    {
        await visitor.Page.Locator("[id='D1-toelichting']").FillAsync("Een toelichting zonder antwoord.");
        await visitor.PressAsync("Opslaan en onderdeel afronden");
    }

    private static async Task SpoilDefinitionAsync(Visitor visitor)
    {
        var broken = new ChangedDefinition(ChangedDefinition.Shipped + 1).With("review", "role", "assessor").With("session-1", "escalateTo", "directeur").Json;
        await visitor.Page.GetByLabel("Of plak de tekst").FillAsync(broken);
        await visitor.PressAsync("Nakijken");
    }

    private static Task SpoilInstrumentAsync(Visitor visitor) =>
        visitor.SendInstrumentAsync(new ChangedInstrument("9500").With(ChangedInstrument.Free[0], "scale", "bestaat-niet").With(ChangedInstrument.Free[1], "kind", "gevaar").Json);

    private static Task SpoilDecisionAsync(Visitor visitor) => visitor.PressAsync("Besluit vastleggen");
}
