using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Workflows.Administration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Access;

/// <summary>A case whose period is over can still be opened everywhere, shows nothing that was written in it, and takes no change.</summary>
public sealed class ErasedCaseTests(TwoBodies bodies) : IClassFixture<TwoBodies>
{
    private const string Over = "De bewaartermijn van deze doorlichting is voorbij.";
    private const string Canary = "kanariegeel";

    [Fact]
    public async Task Erased_case_answers_every_request_and_takes_no_change()
    {
        var id = Guid.Parse(bodies.Values["id"]);
        var database = bodies.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        var handlers = (await Handler.AllAsync(bodies.Site)).Where(handler => handler.Template.Contains("{id:guid}", StringComparison.Ordinal) && !handler.Template.Contains("geplant", StringComparison.Ordinal)).ToList();
        await database.WriteAsync(db => WriteAsync(db, id));
        Assert.NotEmpty(await CarryingAsync(handlers));

        await database.WriteAsync(async db => (await db.Assessments.AsTracking().SingleAsync(row => row.Id == id)).ArchivedUtc = DateTime.UtcNow.AddDays(-10));
        Assert.Contains(await new Retention(database, new(1, 0)).RunAsync(DateTime.UtcNow), item => item.AssessmentId == id);

        Assert.Equal([], await CarryingAsync(handlers));
        var hub = await bodies.Members["begeleider"].AskAsync(new("GET", "doorlichtingen/{id:guid}", string.Empty), bodies.Values, bodies.Fields);
        Assert.Contains(Over, hub.Text, StringComparison.Ordinal);
        var rescored = await bodies.Members["begeleider"].AskAsync(new("POST", "doorlichtingen/{id:guid}/achtergrond", string.Empty), bodies.Values, new Dictionary<string, string>(bodies.Fields) { ["werk"] = "recalculation" });
        Assert.Contains(Over, rescored.Text, StringComparison.Ordinal);
        await TakesNoChangeAsync(database, id, handlers);
        await CanBeCalculatedAgainAsync(handlers);
    }

    /// <summary>Texts as people write them, beside those that the fixture has.</summary>
    private static async Task WriteAsync(AuditContext db, Guid id)
    {
        (await db.Answers.AsTracking().Where(row => row.AssessmentId == id).ToListAsync()).ForEach(row => row.Motivation = Canary);
        (await db.ReviewItems.AsTracking().Where(row => row.AssessmentId == id).ToListAsync()).ForEach(row => row.Text = Canary);
        (await db.Risks.AsTracking().Where(row => row.AssessmentId == id).ToListAsync()).ForEach(row => (row.Title, row.Cause) = (Canary, Canary));
        (await db.ResearchItems.AsTracking().Where(row => row.AssessmentId == id).ToListAsync()).ForEach(row => row.Question = Canary);
        (await db.Decisions.AsTracking().Where(row => row.AssessmentId == id).ToListAsync()).ForEach(row => row.Motivation = Canary);
        (await db.Attachments.AsTracking().Where(row => row.AssessmentId == id).ToListAsync()).ForEach(row => row.FileName = $"{Canary}.txt");
        (await db.PlannedMeasures.AsTracking().Where(row => db.Plans.Any(plan => plan.Id == row.PlanId && plan.AssessmentId == id)).ToListAsync()).ForEach(row => (row.Accountable, row.Remark) = (Canary, Canary));
        var auditor = await db.Members.FirstAsync(row => row.AssessmentId == id && row.Role == Roles.Auditor);
        db.SignOffs.Add(new() { Id = Guid.CreateVersion7(), AssessmentId = id, Statement = Canary, Sha256 = new('0', 64), ContentJson = $$"""{"facts":[{"id":"x","label":"{{Canary}}","value":"x"}],"schema":"audit-signoff/1"}""", UserId = auditor.UserId, SignedUtc = DateTime.UtcNow });
    }

    /// <summary>Opens everything as everybody; what still shows a text.</summary>
    private async Task<IReadOnlyList<string>> CarryingAsync(IReadOnlyList<Handler> handlers)
    {
        var carrying = new List<string>();
        foreach (var handler in handlers.Where(handler => handler.Method == "GET"))
        {
            foreach (var (who, client) in bodies.Members)
            {
                var answer = await client.AskAsync(handler, bodies.Values, bodies.Fields);
                Assert.True((int)answer.Status < 500, $"{who}: {handler.Title} answered {answer.Status}");
                if (answer.Text.Contains(Canary, StringComparison.Ordinal))
                {
                    carrying.Add($"{who}: {handler.Title}");
                }
            }
        }

        return carrying;
    }

    /// <summary>Bringing it back from the archive and other matters outside its content are still possible.</summary>
    private async Task TakesNoChangeAsync(AuditDatabase database, Guid id, IReadOnlyList<Handler> handlers)
    {
        var before = await ContentAsync(database, id);
        foreach (var handler in handlers.Where(handler => handler.Method == "POST"))
        {
            foreach (var (who, client) in bodies.Members)
            {
                var answer = await client.AskAsync(handler, bodies.Values, bodies.Fields);
                Assert.True((int)answer.Status < 500, $"{who}: {handler.Title} answered {answer.Status}");
            }
        }

        Assert.Equal(before, await ContentAsync(database, id));
    }

    private static async Task<string> ContentAsync(AuditDatabase database, Guid id)
    {
        await using var db = database.Read();
        return string.Join('|', [
            .. await db.Answers.Where(row => row.AssessmentId == id).OrderBy(row => row.Id).Select(row => $"{row.Value} {row.Motivation} {row.Revision}").ToListAsync(),
            $"{await db.Scores.CountAsync(row => row.AssessmentId == id)} {await db.Comments.CountAsync(row => row.AssessmentId == id)} {await db.Jobs.CountAsync(row => row.AssessmentId == id && row.InputContent != null)}",
            .. await db.ReviewItems.Where(row => row.AssessmentId == id).OrderBy(row => row.Id).Select(row => row.Text).ToListAsync(),
        ]);
    }

    /// <summary>The receipt of an erased case still proves its score.</summary>
    private async Task CanBeCalculatedAgainAsync(IReadOnlyList<Handler> handlers)
    {
        var receipt = handlers.Single(handler => handler.Method == "GET" && handler.Template.EndsWith("/rekenbewijs", StringComparison.Ordinal));
        var answer = await bodies.Members["begeleider"].AskAsync(receipt, bodies.Values, bodies.Fields);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, answer.Text);
        var problems = new Data.Templates.Documents.ProblemList(file);

        Assert.NotNull(Receipt.Rescore(file, problems));
        Assert.Empty(problems.All);
        File.Delete(file);
    }
}
