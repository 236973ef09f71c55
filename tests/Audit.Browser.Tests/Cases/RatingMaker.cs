using Audit.Browser.Tests.Site;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Audit.Workflows.Ratings;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes cases in which an auditor rates, without pages.</summary>
public sealed class RatingMaker(Installation installation)
{
    private static readonly string[] MoreTasks = ["toezicht-op-subsidies", "controle-op-parkeren"];

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly ContentStore contents = installation.Site.Services.GetRequiredService<ContentStore>();
    private readonly CaseMaker maker = new(installation);

    /// <summary>A case at its review with three tasks that were answered alike, so that one auditor rates a question three times.</summary>
    public async Task<Guid> CaseAsync(string stepKey = "review")
    {
        var caseId = await maker.MakeAsync(stepKey);
        var actor = await ActorAsync("teamlid");
        await database.WriteAsync(async db =>
        {
            var answers = await db.Answers.AsNoTracking().Where(row => row.AssessmentId == caseId && row.TaskKey != string.Empty).ToListAsync();
            foreach (var (key, position) in MoreTasks.Select((key, position) => (key, position)))
            {
                db.PublicTasks.Add(new PublicTaskRow { Id = Guid.CreateVersion7(), AssessmentId = caseId, Key = key, Name = key.Replace('-', ' '), Position = position + 1 });
                answers.ForEach(answer => AnswerRecorder.Copy(db, answer, (caseId, key), actor));
            }
        });
        return caseId;
    }

    /// <summary>Begins a round of the demo auditor with every question that applies, or with a number that are drawn.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> BeginAsync(Guid caseId, int? size = null, Guid? roundId = null)
    {
        var auditor = await ActorAsync("auditor");
        var id = roundId ?? Guid.CreateVersion7();
        await database.WriteAsync(async db =>
        {
            var current = (await Case.FindAsync(db, contents, caseId))!;
            var pool = await RatingRounds.PoolAsync(db, current, false, auditor);
            Assert.Null(await RatingRounds.BeginAsync(db, current, new(id, false) { Seed = 20261122, Size = size ?? pool.Count }, auditor));
        });
        return id;
    }

    /// <summary>Rates every question of a round.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="choose">The answer to a question, given what the team answered and the number of the rating; null leaves it unrated.</param>
    public Task RateAsync(Guid roundId, Func<Question, string?, int, string?> choose) => database.WriteAsync(async db =>
    {
        var round = await db.RatingRounds.AsTracking().SingleAsync(row => row.Id == roundId);
        var current = (await Case.FindAsync(db, contents, round.AssessmentId))!;
        var team = await TeamAnswers.OfAsync(db, current, DateTime.UtcNow);
        var questions = current.Instrument.Value.AllQuestions.ToDictionary(question => question.Id);
        var rows = await db.Ratings.AsNoTracking().Where(row => row.RoundId == roundId).OrderBy(row => row.Position).ToListAsync();
        var edits = rows
            .Select((row, number) => (Row: row, Value: choose(questions[row.QuestionId], team.At(row.TaskKey, row.QuestionId)?.Answer.Value, number)))
            .Where(pair => pair.Value is not null)
            .Select(pair => (pair.Row.TaskKey, Edit: new AnswerEdit(pair.Row.TaskKey, pair.Row.QuestionId, new Answer(pair.Value!, Motivation: "Gezien in het dossier."), pair.Row.Version)));
        foreach (var task in edits.GroupBy(pair => pair.TaskKey))
        {
            var saved = await RatingRecorder.SaveAsync(db, current, round, ([.. task.Select(pair => pair.Edit)], DateTime.UtcNow));
            Assert.True(saved.IsComplete, string.Join(' ', saved.Conflicts.Concat(saved.Refused.Keys)));
        }
    });

    /// <summary>A question on which the auditor never agrees with the team.</summary>
    public const string Disputed = "D1";

    /// <summary>Agrees with the team but for every third question and the disputed one, where it chooses another answer.</summary>
    public static string? MostlyAgree(Question question, string? team, int number) => number % 3 == 0 || question.Id == Disputed ? OtherThan(question, team) : team ?? question.Scale.Options[0].Id;

    /// <summary>An answer that is not that of the team.</summary>
    public static string OtherThan(Question question, string? team) => question.Scale.Options.First(option => option.Id != team).Id;

    public async Task HandInAsync(Guid roundId)
    {
        var auditor = await ActorAsync("auditor");
        await database.WriteAsync(async db =>
        {
            var round = await db.RatingRounds.AsTracking().SingleAsync(row => row.Id == roundId);
            await RatingRecorder.RevealAsync(db, (await Case.FindAsync(db, contents, round.AssessmentId))!, round, auditor);
        });
    }

    /// <summary>A case with a round that is open; the round has the id of the case.</summary>
    public async Task<Guid> OpenAsync()
    {
        var caseId = await maker.MakeAsync("review");
        return await BeginAsync(caseId, 30, caseId);
    }

    /// <summary>A case with a round that was handed in, a difference that is not settled and a suggestion, all three with the id of the case.</summary>
    public async Task<Guid> HandedInAsync()
    {
        var caseId = await CaseAsync();
        await BeginAsync(caseId, null, caseId);
        await RateAsync(caseId, MostlyAgree);
        var auditor = await ActorAsync("auditor");
        await HandInAsync(caseId);
        await database.WriteAsync(async db =>
        {
            var row = await db.Ratings.FirstAsync(rating => rating.RoundId == caseId && rating.Value != rating.TeamValue && rating.TeamValue != null);
            db.Ratings.Remove(row);
            await db.SaveChangesAsync();
            row.Id = caseId;
            db.Ratings.Add(row);
            var current = (await Case.FindAsync(db, contents, caseId))!;
            Assert.Null(await KeeperSuggestions.SendAsync(db, current, (caseId, row.QuestionId, "De woorden ‘in de regel’ leest iedereen anders."), auditor));
        });
        return caseId;
    }

    private async Task<Actor> ActorAsync(string mailbox)
    {
        await using var db = database.Read();
        var user = await db.Users.SingleAsync(row => row.Email == DemoUsers.AddressOf(mailbox));
        return new(user.Id, user.DisplayName, DateTime.UtcNow);
    }
}
