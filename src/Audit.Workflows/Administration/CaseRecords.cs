using System.Security.Cryptography;
using System.Text;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>Everything recorded in a number of cases, also what does not count on the version they run on.</summary>
internal sealed class CaseRecords
{
    private ILookup<Guid, PublicTaskRow> tasks = null!;
    private ILookup<Guid, AnswerRow> answers = null!;
    private ILookup<Guid, DistinctionRow> distinctions = null!;

    private CaseRecords()
    {
    }

    /// <summary>Cases with an action plan.</summary>
    public required IReadOnlySet<Guid> Planned { get; init; }

    /// <summary>Cases on which somebody decided.</summary>
    public required IReadOnlySet<Guid> Decided { get; init; }

    /// <summary>Reads them in a fixed number of queries.</summary>
    /// <param name="db">The database.</param>
    /// <param name="ids">Ids of the cases.</param>
    public static async Task<CaseRecords> OfAsync(AuditContext db, IQueryable<Guid> ids) => new()
    {
        Planned = await db.Plans.Where(row => ids.Contains(row.AssessmentId)).Select(row => row.AssessmentId).ToHashSetAsync(),
        Decided = await db.Decisions.Where(row => ids.Contains(row.AssessmentId)).Select(row => row.AssessmentId).ToHashSetAsync(),
        tasks = (await db.PublicTasks.AsNoTracking().Where(row => row.DroppedUtc == null && ids.Contains(row.AssessmentId)).OrderBy(row => row.Position).ToListAsync())
            .ToLookup(row => row.AssessmentId),
        answers = (await db.Answers.AsNoTracking().Where(row => ids.Contains(row.AssessmentId)).OrderBy(row => row.Id).ToListAsync()).ToLookup(row => row.AssessmentId),
        distinctions = (await db.Distinctions.AsNoTracking().Where(row => ids.Contains(row.AssessmentId)).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync())
            .ToLookup(row => row.AssessmentId),
    };

    /// <summary>Everything that was recorded in a case, of the tasks that are examined.</summary>
    public Assessment RecordedIn(AssessmentRow row, Instrument instrument)
    {
        var byTask = answers[row.Id].ToLookup(answer => answer.TaskKey);
        var register = distinctions[row.Id].ToLookup(distinction => distinction.TaskKey, DistinctionRecorder.DistinctionOf);
        return new(
            instrument.Id,
            instrument.Version,
            new PublicBody(string.Empty),
            [.. tasks[row.Id].Select(task => new PublicTask(task.Key, task.Name, AnswersOf(task.Key)) { Distinctions = [.. register[task.Key]] })],
            AnswersOf(string.Empty),
            row.ReferenceDate);

        Dictionary<string, Answer> AnswersOf(string key) => byTask[key].ToDictionary(answer => answer.QuestionId, Case.AnswerOf);
    }

    /// <summary>A mark of the case as it is: when any part of it changes, the mark does.</summary>
    public Guid StateOf(AssessmentRow row)
    {
        var parts = tasks[row.Id].Select(task => task.Id)
            .Concat(answers[row.Id].Select(answer => answer.Version))
            .Concat(distinctions[row.Id].Select(distinction => distinction.Version))
            .Prepend(row.Version);
        return new(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', parts)))[..16]);
    }
}
