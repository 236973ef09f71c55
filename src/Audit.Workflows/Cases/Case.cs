using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>A case as it stands: its rows, the content it runs on and its answers.</summary>
public sealed record Case(AssessmentRow Row, BodyRow Body, IReadOnlyList<PublicTaskRow> Tasks, Assessment Answers)
{
    /// <summary>Tasks that were taken out of the examination; their answers are kept and no longer count.</summary>
    public IReadOnlyList<PublicTaskRow> DroppedTasks { get; private init; } = [];

    public required Template<Instrument> Instrument { get; init; }

    public required Template<ScoringProfile> Profile { get; init; }

    public required Template<MeasureCatalogue> Measures { get; init; }

    public RiskClass Target => (RiskClass)Row.TargetClass;

    /// <summary>The day that decides which gates are in force.</summary>
    public DateOnly ReferenceDate(DateTime nowUtc) => Row.ReferenceDate ?? DateOnly.FromDateTime(nowUtc);

    /// <summary>Scores the answers of all tasks, or of one.</summary>
    public ScoreRun Score(DateTime nowUtc, string? taskKey = null)
    {
        var chosen = taskKey is null ? Answers : Answers with { Tasks = [.. Answers.Tasks.Where(task => task.Id == taskKey)] };
        return new ScoreRun(Instrument, Profile, AsTemplate(chosen), ReferenceDate(nowUtc));
    }

    /// <summary>Reads a case; null when there is none with this id.</summary>
    public static async Task<Case?> FindAsync(AuditContext db, ContentStore contents, Guid assessmentId)
    {
        if (await db.Assessments.SingleOrDefaultAsync(row => row.Id == assessmentId) is not { } row)
        {
            return null;
        }

        var instrument = await contents.InstrumentAsync(db, row.InstrumentId);
        var all = await db.PublicTasks.Where(task => task.AssessmentId == assessmentId).OrderBy(task => task.Position).ToListAsync();
        var tasks = all.Where(task => task.DroppedUtc is null).ToList();
        var answers = (await db.Answers.Where(answer => answer.AssessmentId == assessmentId).ToListAsync()).ToLookup(answer => answer.TaskKey);
        var body = await db.Bodies.SingleAsync(candidate => candidate.Id == row.BodyId);
        var fit = new AnswerFit(instrument.Value);
        var distinctions = (await db.Distinctions.Where(distinction => distinction.AssessmentId == assessmentId).OrderBy(distinction => distinction.Position).ToListAsync())
            .Select(distinction => (distinction.TaskKey, Content: DistinctionRecorder.DistinctionOf(distinction)))
            .Where(distinction => RegisterAnswers.Fits(instrument.Value, distinction.Content))
            .ToLookup(distinction => distinction.TaskKey, distinction => distinction.Content);
        IReadOnlyDictionary<string, Answer> AnswersOf(string key) =>
            fit.Fitting(key.Length == 0, answers[key].Select(answer => KeyValuePair.Create(answer.QuestionId, AnswerOf(answer))));
        return new Case(row, body, tasks, new Assessment(
            instrument.Value.Id,
            instrument.Value.Version,
            new PublicBody(body.Name, body.Identifier),
            [.. tasks.Select(task => new PublicTask(task.Key, task.Name, AnswersOf(task.Key)) { Distinctions = [.. distinctions[task.Key]] })],
            AnswersOf(string.Empty),
            row.ReferenceDate))
        {
            DroppedTasks = [.. all.Except(tasks)],
            Instrument = instrument,
            Profile = await contents.ProfileAsync(db, row.ProfileId),
            Measures = await contents.MeasuresAsync(db, row.MeasuresId),
        };
    }

    /// <summary>The answer that a row holds.</summary>
    public static Answer AnswerOf(AnswerRow row) =>
        new(row.Value, (EvidenceGrade?)row.Evidence, row.Motivation, row.PublicSource, row.By, row.At);

    private static Template<Assessment> AsTemplate(Assessment assessment)
    {
        var problems = new ProblemList("answers");
        var root = (MapNode)DocumentReader.Read(AnswersJson.Of(assessment).ToJsonString(), problems)!;
        return new Template<Assessment>(problems.Path, root, assessment);
    }
}
