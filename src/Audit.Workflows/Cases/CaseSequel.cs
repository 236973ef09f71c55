using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Risks;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>A new case that begins with the tasks, the people and the answers of an earlier one: the doorlichting after a quickscan, the hertoets a year later.</summary>
public sealed class CaseSequel(CaseStart start, ContentStore contents)
{
    /// <summary>Begins the new case.</summary>
    /// <param name="previous">The earlier case.</param>
    /// <param name="input">The new one: its name, its process and its content; members come from the earlier case.</param>
    /// <param name="actor">Who begins it.</param>
    /// <param name="recheck">Rights, looked at in the transaction that writes.</param>
    /// <returns>Why it did not begin, in Dutch; null when it did.</returns>
    public Task<string?> StartAsync(Case previous, NewCase input, Actor actor, Func<AuditContext, Task<string?>> recheck) =>
        start.StartAsync(input, actor, async db => await recheck(db) ?? await TakeOverAsync(db, previous, input, actor));

    private async Task<string?> TakeOverAsync(AuditContext db, Case previous, NewCase input, Actor actor)
    {
        var row = await db.Assessments.AsTracking().SingleAsync(candidate => candidate.Id == input.Id);
        row.PreviousId = previous.Row.Id;
        db.PublicTasks.AddRange(previous.Tasks.Select(task => new PublicTaskRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = input.Id,
            Key = task.Key,
            Name = task.Name,
            Reason = task.Reason,
            Position = task.Position,
        }));
        await db.SaveChangesAsync();

        var fit = new AnswerFit((await Case.FindAsync(db, contents, input.Id))!.Instrument.Value);
        var taskKeys = previous.Tasks.Select(task => task.Key).Append(string.Empty).ToList();
        var answers = await db.Answers.Where(answer => answer.AssessmentId == previous.Row.Id && taskKeys.Contains(answer.TaskKey)).ToListAsync();
        var fitting = answers.Where(answer => fit.Check(answer.TaskKey.Length == 0, answer.QuestionId, Case.AnswerOf(answer)) is null).ToList();
        fitting.ForEach(answer => AnswerRecorder.Copy(db, answer, (input.Id, answer.TaskKey), actor));

        foreach (var key in previous.Tasks.Select(task => task.Key))
        {
            await DistinctionRecorder.CopyAsync(db, (previous.Row.Id, key), (input.Id, key));
        }

        await db.SaveChangesAsync();
        var begun = (await Case.FindAsync(db, contents, input.Id))!;
        foreach (var task in begun.Tasks)
        {
            await RiskCopies.CopyAsync(db, (previous.Row.Id, task.Key), (begun, task.Key), actor);
        }

        var left = answers.Except(fitting).Select(answer => answer.QuestionId).Distinct().Order(StringComparer.Ordinal).ToList();
        new CaseTrail(input.BodyId, input.Id).Add(
            db, actor, "answers.taken-over", previous.Row.Id.ToString(), $"{fitting.Count} antwoorden uit ‘{previous.Row.Name}’", left.Count == 0 ? null : $"passen niet meer bij de vragenset: {string.Join(", ", left)}");
        return null;
    }
}
