using Audit.Browser.Tests.Cases;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>Everybody who works while the server dies: they answer, comment, complete steps and ask for exports.</summary>
public sealed class CrashCrew
{
    private const string TaskKey = "controle-uitwonendenbeurs";
    private const string Part = "regulation";
    private const int Writers = 3;

    private readonly CrashWorld world;
    private readonly AnswerLoad[] answers;
    private readonly CommentLoad comments;
    private readonly StepLoad[] steps;
    private readonly ExportLoad exports;

    private CrashCrew(CrashWorld world, (Person Team, Person Auditor, Person Coach) people)
    {
        this.world = world;
        var questions = Example.Read().QuestionsOf(Part).Select(question => (TaskKey, Part, question.Id)).ToList();
        answers = [.. questions.Take(Writers).Select(place => new AnswerLoad(people.Team, world.Answers, place))];
        comments = new(people.Team, world.Answers, questions[Writers], world.Auditor);
        steps = [.. world.Reviews.Select(id => new StepLoad((people.Auditor, people.Team), new AuditDatabase(world.Database), id))];
        exports = new(people.Coach, world.Answers);
    }

    private IEnumerable<CrashLoad> All => [.. answers, comments, .. steps, exports];

    public static async Task<CrashCrew> GatherAsync(CrashWorld world, Uri address) => new(
        world,
        (await Person.SignInAsync(address, "teamlid"), await Person.SignInAsync(address, "auditor"), await Person.SignInAsync(address, "begeleider")));

    public Task WorkAsync(CancellationToken stop) => Task.WhenAll(All.Select(load => Task.Run(() => load.RunAsync(stop), CancellationToken.None)));

    /// <summary>Everything that is wrong.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(bool isOver)
    {
        await using var db = new AuditContext(AuditDatabase.OptionsFor(world.Database), BodyScope.AllBodies);
        var problems = All.SelectMany(load => load.Problems).ToList();
        foreach (var load in answers)
        {
            problems.AddRange(await load.CheckAsync(db, isOver));
        }

        foreach (var load in steps)
        {
            problems.AddRange(await load.CheckAsync(world.Connection));
        }

        problems.AddRange(await comments.CheckAsync(db));
        problems.AddRange(await exports.CheckAsync(db, isOver));
        problems.AddRange(await ChainCheck.ProblemsAsync(world.Database));
        problems.AddRange(isOver ? await MailsAsync(db) : []);
        return problems;
    }

    /// <summary>How much was acknowledged.</summary>
    public async Task<string> FiguresAsync()
    {
        await using var db = new AuditContext(AuditDatabase.OptionsFor(world.Database), BodyScope.AllBodies);
        var (done, givenUp) = await exports.CountAsync(db);
        var again = await db.Mails.CountAsync(row => row.Attempts > 1);
        return FormattableString.Invariant($"{answers.Sum(load => load.Acknowledged)} answers, {comments.Acknowledged} comments, {steps.Sum(load => load.Acknowledged)} steps, {exports.Acknowledged} exports ({done} made, {givenUp} given up after three kills), {world.Mail.Received().Count} e-mails ({again} tried again)");
    }

    /// <summary>Every e-mail arrived, and none more often than it was handed to the mail server; one that no kill interrupted exactly once.</summary>
    private async Task<IReadOnlyList<string>> MailsAsync(AuditContext db)
    {
        var received = world.Mail.Received().CountBy(mail => mail.MessageId!.Split('@')[0]).ToDictionary();
        var problems = new List<string>();
        foreach (var row in await db.Mails.ToListAsync())
        {
            var times = received.GetValueOrDefault($"{row.Id:N}");
            if (row.SentUtc is null || times < 1 || times > row.Attempts)
            {
                problems.Add($"e-mail {row.Key}: sent {row.SentUtc}, tried {row.Attempts} times, arrived {times} times");
            }
        }

        return problems;
    }
}
