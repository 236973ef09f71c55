using System.Text;

namespace Audit.Browser.Tests.States;

/// <summary>The start page, the team of a case, its life and the help.</summary>
public static class TeamStates
{
    public const string Withdrawn = "withdrawn";
    public const string Draft = "draft answers";

    private const string Running = "lopend onderzoek";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["start, team"] = new("teamlid", "/"),
        ["start, auditor"] = new("auditor", "/"),
        ["start, sponsor"] = new("opdrachtgever", "/"),
        ["start, administrator"] = new("beheerder", "/"),
        ["start, coordinator"] = new("coordinator", "/"),
        ["list, nothing found"] = new("begeleider", "/doorlichtingen?zoek=bestaat-niet&status=archief"),
        ["team"] = new("begeleider", "{case}/team", Running),
        ["team, read"] = new("teamlid", "{case}/team", Running),
        ["team, administrator"] = new("beheerder", "{case}/team", Running),
        ["team, nobody found"] = new("begeleider", "{case}/team?zoek=xyzxyz", Running),
        ["team, wrong"] = new("begeleider", "{case}/team", Running) { Spoil = visitor => visitor.PressAsync("Toevoegen aan het team") },
        ["team, end a role"] = new("begeleider", "{case}/team", Running) { Show = visitor => visitor.FollowAsync("Rol beëindigen (Tess Teamlid, Teamlid)") },
        ["team, end a role wrong"] = new("begeleider", "{case}/team", Running) { Spoil = SpoilRemoveAsync },
        ["activities"] = new("auditor", "{case}/activiteit", Running),
        ["trail"] = new("auditor", "{case}/spoor", Running),
        ["trail, nothing"] = new("teamlid", "{case}/spoor?tekst=bestaat-niet", Running),
        ["trail of the body"] = new("beheerder", "/beheer/spoor"),
        ["retention"] = new("beheerder", "/beheer/bewaren"),
        ["activities, nothing"] = new("teamlid", "{case}/activiteit?soort=risicos", Running),
        ["research board"] = new("teamlid", "{case}/onderzoeksplan/bord", "with a research plan"),
        ["research board, read"] = new("auditor", "{case}/onderzoeksplan/bord", "with a research plan"),
        ["draft answers"] = new("auditor", "{case}/vragen/controle-uitwonendenbeurs/policy", Draft),
        ["share answers"] = new("teamlid", "{case}/delen", Draft),
        ["hub, draft"] = new("auditor", "{case}", Draft),
        ["hub, withdrawn"] = new("teamlid", "{case}", Withdrawn),
        ["archive"] = new("begeleider", "{case}/archief", Withdrawn),
        ["withdraw"] = new("opdrachtgever", "{case}/intrekken", Running),
        ["withdraw, wrong"] = new("opdrachtgever", "{case}/intrekken", Running) { Spoil = visitor => visitor.PressAsync("Doorlichting intrekken") },
        ["copy"] = new("begeleider", "{case}/kopie", Running),
        ["import"] = new("begeleider", "/doorlichtingen/uit-bestand"),
        ["import, wrong"] = new("begeleider", "/doorlichtingen/uit-bestand") { Spoil = visitor => visitor.PressAsync("Doorlichting beginnen") },
        ["import, broken file"] = new("begeleider", "/doorlichtingen/uit-bestand") { Spoil = SpoilImportAsync },
        ["help"] = new("teamlid", "/hulp"),
        ["help, first case"] = new("teamlid", "/hulp/eerste-doorlichting"),
        ["help, example"] = new("auditor", "/hulp/voorbeeld"),
        ["help, part of the example"] = new("coordinator", "/hulp/voorbeeld/policy"),
        ["help, no such part"] = new("teamlid", "/hulp/voorbeeld/bestaat-niet") { Status = 404 },
    };

    private static async Task SpoilRemoveAsync(Site.Visitor visitor)
    {
        await visitor.FollowAsync("Rol beëindigen (Tess Teamlid, Teamlid)");
        await visitor.PressAsync("Rol beëindigen");
    }

    private static async Task SpoilImportAsync(Site.Visitor visitor)
    {
        await visitor.Page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Uit een kapot bestand");
        await visitor.Page.GetByLabel("Bestand met antwoorden").SetInputFilesAsync(new FilePayload { Name = "antwoorden.yaml", MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes("schema: audit-answers/1\ntasks: geen\n") });
        await visitor.PressAsync("Doorlichting beginnen");
    }
}
