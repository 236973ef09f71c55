using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Seed;
using Microsoft.Data.Sqlite;

namespace Audit.Browser.Tests.Hardening;

/// <summary>The demo, with a piece of hostile markup behind every text that somebody typed. What is done to it may break it for others.</summary>
public sealed partial class AttackedSite : IAsyncLifetime
{
    public const string Task = "controle-uitwonendenbeurs";

    /// <summary>Breaks out of an element, an attribute of either kind, a script and a style, if nothing stops it.</summary>
    public const string Canary = "kanarie\"'><img src=x onerror=kanarie()></script></style><svg/onload=kanarie()>{{7*7}}${7*7}";

    public AuditSite Site { get; } = new();

    /// <summary>Values for the parts of addresses: those of a case in full swing.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<PageHandler> Handlers { get; private set; } = [];

    /// <summary>Fields with their values as they stand on a page, by route: for who makes requests that are nearly right.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<KeyValuePair<string, string>>> Forms { get; private set; } = new Dictionary<string, IReadOnlyList<KeyValuePair<string, string>>>();

    /// <summary>Number of texts that carry the canary.</summary>
    public int Planted { get; private set; }

    /// <summary>Who can ask, by mailbox; the empty one is nobody.</summary>
    public IReadOnlyDictionary<string, Caller> Callers { get; private set; } = new Dictionary<string, Caller>();

    public async ValueTask InitializeAsync()
    {
        await System.Threading.Tasks.Task.Run(Site.Start);
        var installation = new Installation { Site = Site };
        Handlers = await Hardening.Handlers.OfAsync(Site);
        Values = await ValuesAsync(installation);
        Planted = Plant();
        var callers = new Dictionary<string, Caller> { [string.Empty] = new(Site.Address) };
        foreach (var mailbox in DemoUsers.Addresses)
        {
            callers[mailbox.Split('@')[0]] = new(Site.Address);
            await callers[mailbox.Split('@')[0]].SignInAsync(mailbox);
        }

        Callers = callers;
        Forms = await FormsAsync();
    }

    private async Task<Dictionary<string, IReadOnlyList<KeyValuePair<string, string>>>> FormsAsync()
    {
        var forms = new Dictionary<string, IReadOnlyList<KeyValuePair<string, string>>>();
        foreach (var handler in Handlers.Where(handler => handler is { Method: "GET", Name: "" }))
        {
            foreach (var who in handler.Template.StartsWith("beheer/", StringComparison.Ordinal) ? ["beheerder"] : new[] { "begeleider", "teamlid", "auditor" })
            {
                var html = await Callers[who].TextAsync(AddressOf(handler, name => Values.GetValueOrDefault(name, "x")));
                var fields = Field().Matches(html).Select(match => KeyValuePair.Create(match.Groups[1].Value, System.Net.WebUtility.HtmlDecode(ValueIn().Match(match.Value).Groups[1].Value))).Where(field => field.Key != Caller.Token).ToList();
                if (fields.Count > forms.GetValueOrDefault(handler.Template, []).Count)
                {
                    forms[handler.Template] = fields;
                }
            }
        }

        return forms;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in Callers.Values)
        {
            caller.Dispose();
        }

        await Site.DisposeAsync();
    }

    /// <summary>An address of a handler, with these values filled in.</summary>
    public static string AddressOf(PageHandler handler, Func<string, string> value) => "/" + string.Join('/', handler.Template.Split('/').Select(part => part.StartsWith('{') ? value(part.Trim('{', '}').Split(':', '=')[0]) : part));

    private static async Task<Dictionary<string, string>> ValuesAsync(Installation installation)
    {
        var maker = new CaseMaker(installation);
        var id = await maker.SeededAsync("acties over tijd");
        return new()
        {
            ["id"] = id.ToString(),
            ["stepId"] = (await maker.FirstStepAsync(id))!.StepId.ToString(),
            ["taskKey"] = Task,
            ["part"] = "policy",
            ["rij"] = (await maker.FirstActionAsync(id)).ToString(),
            ["reviewItemId"] = (await new ReviewMaker(installation).AddAsync(id, new(Task, ReviewItemKind.Finding, "Klopt dit wel?"))).ToString(),
            ["itemId"] = (await maker.PlanAsync(id, "Welke kenmerken gebruikt het profiel?")).ToString(),
            ["riskId"] = (await new RiskMaker(installation).AddAsync(id)).ToString(),
            ["definitionId"] = "doorlichting",
            ["version"] = "3",
            ["instrumentId"] = "discriminatietoets",
            ["instrumentVersion"] = Example.Read().Content.Instrument.Value.Version,
            ["gateId"] = ReviewMaker.Gate,
            ["key"] = "nieuw",
            ["stage"] = "restrisico",
            ["questionId"] = "P1",
            ["role"] = "assessor",
            ["code"] = "404",
            ["owner"] = "0123456789abcdef",
        };
    }

    /// <summary>Puts the canary behind every text of more than one word; keys, codes and JSON have no spaces or begin otherwise.</summary>
    private int Plant()
    {
        using var open = new SqliteConnection(Site.Database.Connection);
        open.Open();
        var planted = 0;
        foreach (var (table, column) in Columns(open))
        {
            using var command = open.CreateCommand();
            command.CommandText = $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\" || $canary WHERE typeof(\"{column}\") = 'text' AND \"{column}\" LIKE '% %' AND \"{column}\" NOT LIKE '{{%' AND \"{column}\" NOT LIKE '[%' AND \"{column}\" NOT GLOB '[0-9][0-9][0-9][0-9]-*' AND length(\"{column}\") < 3000";
            command.Parameters.AddWithValue("$canary", Canary);
            planted += command.ExecuteNonQuery();
        }

        return planted;
    }

    [System.Text.RegularExpressions.GeneratedRegex("<(?:input|select|textarea|button)[^>]* name=\"([^\"]+)\"[^>]*>")]
    private static partial System.Text.RegularExpressions.Regex Field();

    [System.Text.RegularExpressions.GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial System.Text.RegularExpressions.Regex ValueIn();

    private static List<(string Table, string Column)> Columns(SqliteConnection open)
    {
        using var command = open.CreateCommand();
        command.CommandText = "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND t.name NOT LIKE 'sqlite%' AND c.type LIKE '%TEXT%'";
        using var reader = command.ExecuteReader();
        var found = new List<(string, string)>();
        while (reader.Read())
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }
}

/// <summary>Tests that share such a site, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class AttackedTests : ICollectionFixture<AttackedSite>
{
    public const string Name = "attacked";
}
