using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;

namespace Audit.Browser.Tests.States;

/// <summary>The charts, the result of all tasks together and long work in the background.</summary>
public static class ChartStates
{
    private const string Running = "job, running";
    private const string Done = "job, done";
    private const string Failed = "job, failed";
    private const string Cancelled = "job, cancelled";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["charts"] = new("coordinator", "/hulp/grafieken"),
        ["result, second round"] = new("opdrachtgever", "{case}/resultaat", EffectStates.Repeated) { IsResult = true },
        ["background work"] = new("begeleider", "/taken", Running),
        ["background work, none"] = new("coordinator", "/taken"),
        ["background work, begin"] = new("begeleider", "{case}/achtergrond", "lopend onderzoek"),
        ["background work, begin wrong"] = new("begeleider", "{case}/achtergrond", "lopend onderzoek") { Spoil = SpoilAsync },
        [Running] = new("begeleider", "/taken/{id}?verversen=nee", Running),
        [Done] = new("begeleider", "/taken/{id}", Done),
        [Failed] = new("begeleider", "/taken/{id}", Failed),
        [Cancelled] = new("begeleider", "/taken/{id}", Cancelled),
    };

    /// <summary>The job of a state; null when it is no state of these.</summary>
    public static Task<Guid>? JobAsync(Installation installation, string key)
    {
        var jobs = new JobMaker(installation);
        return key switch
        {
            Running => jobs.AddAsync("begeleider", JobState.Running, row => (row.Done, row.Total) = (3, 10)),
            Done => jobs.AddAsync("begeleider", JobState.Done, row => (row.ResultName, row.ResultContent, row.ResultPath, row.Outcome) = ("actieplan.xlsx", [1], "/doorlichtingen", "Het werkboek is klaar.")),
            Failed => jobs.AddAsync("begeleider", JobState.Failed, row => row.Outcome = "Het bestand is geen werkboek."),
            Cancelled => jobs.AddAsync("begeleider", JobState.Cancelled),
            _ => null,
        };
    }

    private static async Task SpoilAsync(Visitor visitor)
    {
        await visitor.Page.EvaluateAsync("document.querySelector('main button[name=werk]').value = 'bestaat-niet'");
        await visitor.PressAsync(visitor.Page.Locator("main button[name=werk]").First);
    }
}
