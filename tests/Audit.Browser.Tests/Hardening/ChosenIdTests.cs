using System.Net;
using Audit.Data.Database;
using Audit.Integration.Tests.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Hardening;

/// <summary>An id that a form chose and that a row of another body has already: refused in plain words, without telling anything of that row.</summary>
public sealed class ChosenIdTests(AttackedSite attacked) : IClassFixture<AttackedSite>
{
    private const string Canary = "zwaluw77";
    private const string Taken409 = "Dit formulier is niet meer te gebruiken";

    private static readonly Guid Taken = Guid.Parse("00000000-0000-0000-0000-00000000c0de");
    private static readonly string[] Visitors = ["begeleider", "teamlid", "auditor", "manager", "opdrachtgever", "beheerder", "jurist"];

    /// <summary>A case that can still be worked on.</summary>
    private Guid openCase;

    [Fact]
    public async Task Form_with_an_id_that_a_row_of_another_body_has_is_refused()
    {
        var database = attacked.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        await PlantAsync(database);
        var before = await RowsAsync(database);
        var answers = new List<(string Form, string Who, HttpStatusCode Status)>();
        foreach (var handler in attacked.Handlers.Where(handler => handler.Method == "POST"))
        {
            if (attacked.Forms.GetValueOrDefault(handler.Template) is not { } form)
            {
                continue;
            }

            var fields = form.Select(field => KeyValuePair.Create(field.Key, ValueFor(field))).ToList();
            if (!fields.Exists(field => field.Value == $"{Taken}"))
            {
                // It chooses no id; and forms that sign people out would spoil the rest.
                continue;
            }

            var address = AttackedSite.AddressOf(handler, name => attacked.Values.GetValueOrDefault(name, "x")) + handler.Query;
            foreach (var who in Visitors)
            {
                using var answer = await attacked.Callers[who].PostAsync(address, fields);
                var text = await answer.Content.ReadAsStringAsync();
                answers.Add(($"/{handler.Template}{handler.Query}", who, answer.StatusCode));
                Assert.True((int)answer.StatusCode < 500, $"{who} {handler.Template}{handler.Query}: {answer.StatusCode}");
                Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', answers.GroupBy(answer => (answer.Form, answer.Status)).Select(same => $"{same.Key.Form} {(int)same.Key.Status} × {same.Count()}")));
        Assert.Equal(before, await RowsAsync(database));
        Assert.True(answers.Count(answer => answer.Status == HttpStatusCode.Conflict) > 5, "hardly any form came as far as the id");
    }

    /// <summary>Forms with what they need to come as far as the id.</summary>
    [Theory]
    [InlineData("/doorlichtingen/{id}/kopie", "begeleider", "naam=Kopie&antwoorden=zonder&inzending={taken}", "Dit formulier is al eens verstuurd.")]
    [InlineData("/doorlichtingen/{open}/onderzoeksplan/nieuw", "begeleider", "vraag=Welke kenmerken?&status=Open&inzending={taken}", Taken409)]
    [InlineData("/doorlichtingen/{id}/vragen/{taskKey}/regulation/R5?handler=Opmerking", "begeleider", "opmerking=Klopt dit?&inzending={taken}", Taken409)]
    [InlineData("/doorlichtingen/{id}/vermoeden", "teamlid", "tekst=Er valt iets op.&opdrachtgever=nee&inzending={taken}", Taken409)]
    [InlineData("/doorlichtingen/{id}/beoordeling/nieuw", "auditor", "soort=Finding&tekst=Klopt dit?&taak={taskKey}&inzending={taken}", Taken409)]
    [InlineData("/agenda?handler=Make", "manager", "inzending={taken}", "Deze link is al gemaakt")]
    public async Task Form_of_its_own_with_a_taken_id_makes_nothing(string path, string who, string fields, string refusal)
    {
        var database = attacked.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        await PlantAsync(database);
        var before = await RowsAsync(database);
        using var form = new MultipartFormDataContent { { new StringContent(await attacked.Callers[who].TokenAsync()), Caller.Token } };
        foreach (var (name, value) in fields.Split('&').Select(field => (field.Split('=')[0], Filled(field.Split('=')[1]))))
        {
            form.Add(new StringContent(value), name);
        }

        using var answer = await attacked.Callers[who].Client.PostAsync(Filled(path), form);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(refusal == Taken409 ? HttpStatusCode.Conflict : HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(refusal, System.Net.WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(database));
    }

    private string Filled(string text) => text.Replace("{taken}", $"{Taken}", StringComparison.Ordinal)
        .Replace("{open}", $"{openCase}", StringComparison.Ordinal)
        .Replace("{id}", attacked.Values["id"], StringComparison.Ordinal).Replace("{taskKey}", attacked.Values["taskKey"], StringComparison.Ordinal);

    /// <summary>Ids that a form made are the taken one, whatever may be typed is filled in.</summary>
    private static string ValueFor(KeyValuePair<string, string> field) => field.Key is "inzending" or "Inzending" || (Guid.TryParse(field.Value, out var id) && id.Version == 7 && field.Key.Contains("inzending", StringComparison.OrdinalIgnoreCase))
        ? $"{Taken}"
        : field.Value.Length == 0 ? "Een tekst die lang genoeg is." : field.Value;

    private async Task PlantAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        if (!await db.Bodies.AnyAsync(row => row.Id == Taken))
        {
            await database.WriteAsync(PlantAsync);
        }

        openCase = await db.Assessments.Where(row => row.BodyId != Taken && row.Status == AssessmentStatus.Running && row.AdoptedUtc == null && db.Answers.Any(answer => answer.AssessmentId == row.Id))
            .OrderBy(row => row.Id).Select(row => row.Id).FirstAsync();
    }

    private static Task PlantAsync(AuditContext db)
    {
        new OneOfEach(Taken, Canary) { Special = SpecialOf }.AddTo(db, entity => entity.ClrType.IsAssignableTo(typeof(IBodyOwned)) || entity.ClrType == typeof(BodyRow));
        return Task.CompletedTask;

        object? SpecialOf(IProperty property) => property switch
        {
            { Name: "InstrumentId" or "ProfileId" or "MeasuresId" } => db.PublishedContents.Select(row => row.Id).First(),
            { Name: "WorkflowDefinitionId" } => db.WorkflowDefinitions.Select(row => row.Id).First(),
            { Name: "State", DeclaringType.ClrType.Name: nameof(JobRow) } => JobState.Done,
            // What is over ends by itself.
            { Name: "SentUtc" } or { Name: "EndedUtc", DeclaringType.ClrType.Name: nameof(DelegationRow) } => OneOfEach.LongAgo,
            _ => null,
        };
    }

    /// <summary>What the other body has.</summary>
    private static async Task<string> RowsAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        var rows = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IBodyOwned)) && OneOfEach.Has(entity)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync();
            command.CommandText = $"SELECT * FROM \"{entity.GetTableName()}\" WHERE \"BodyId\" = '{Taken.ToString().ToUpperInvariant()}'";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add($"{entity.GetTableName()}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue))}");
            }
        }

        return string.Join('\n', rows);
    }
}
