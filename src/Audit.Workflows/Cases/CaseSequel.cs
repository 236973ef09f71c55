using System.Globalization;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Actions.Effects;
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

        var current = (await Case.FindAsync(db, contents, input.Id))!;
        var (answers, measured) = await SourcesAsync(db, previous);
        var fit = new AnswerFit(current.Instrument.Value);
        var fitting = answers.Where(answer => fit.Check(answer.TaskKey.Length == 0, answer.QuestionId, Case.AnswerOf(answer)) is null).ToList();
        fitting.ForEach(answer => AnswerRecorder.Copy(db, answer, (input.Id, answer.TaskKey), actor));

        foreach (var key in previous.Tasks.Select(task => task.Key))
        {
            await DistinctionRecorder.CopyAsync(db, (previous.Row.Id, key), (input.Id, key));
        }

        await ResearchPlan.CopyOpenAsync(db, previous.Row.Id, current, actor);
        await db.SaveChangesAsync();
        var begun = (await Case.FindAsync(db, contents, input.Id))!;
        foreach (var task in begun.Tasks)
        {
            await RiskCopies.CopyAsync(db, (previous.Row.Id, task.Key), (begun, task.Key), actor);
        }

        var left = answers.Except(fitting).Select(answer => answer.QuestionId).Distinct().Order(StringComparer.Ordinal).ToList();
        new CaseTrail(input.BodyId, input.Id).Add(
            db, actor, "answers.taken-over", previous.Row.Id.ToString(), $"{fitting.Count} antwoorden uit ‘{previous.Row.Name}’{(measured == 0 ? string.Empty : $", waarvan {measured} uit een effectmeting")}", left.Count == 0 ? null : $"passen niet meer bij de vragenset: {string.Join(", ", left)}");
        return null;
    }

    /// <summary>The answers of the earlier case; where the effect of an action was measured, the measured answer stands in the place of the old one.</summary>
    private static async Task<(List<AnswerRow> Answers, int Measured)> SourcesAsync(AuditContext db, Case previous)
    {
        var taskKeys = previous.Tasks.Select(task => task.Key).Append(string.Empty).ToList();
        var caseId = previous.Row.Id;
        var answers = await db.Answers.Where(answer => answer.AssessmentId == caseId && taskKeys.Contains(answer.TaskKey)).ToListAsync();
        var newest = MeasuredAnswers.Newest(await EffectRecords.OfCaseAsync(db, caseId), previous.Instrument.Value)
            .Where(pair => taskKeys.Contains(pair.Key.TaskKey))
            .ToDictionary();
        var people = newest.Values.Select(measurement => measurement.Row.UserId).Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName);
        var questions = previous.Instrument.Value.AllQuestions.ToDictionary(question => question.Id);
        var measured = newest.Where(pair => questions.ContainsKey(pair.Key.QuestionId))
            .Select(pair => RowOf(pair.Key, pair.Value, questions[pair.Key.QuestionId], names[pair.Value.Row.UserId]))
            .ToList();
        answers.RemoveAll(answer => measured.Exists(row => row.TaskKey == answer.TaskKey && row.QuestionId == answer.QuestionId));
        return ([.. answers, .. measured], measured.Count);
    }

    private static AnswerRow RowOf((string TaskKey, string QuestionId) place, RecordedMeasurement measurement, Question question, string by)
    {
        var answer = measurement.Answer!.ToAnswer(question);
        return new()
        {
            TaskKey = place.TaskKey,
            QuestionId = place.QuestionId,
            Value = answer.Value,
            Evidence = (int?)answer.Evidence,
            Motivation = Tr($"Gemeten op {measurement.Row.MeasuredOn.ToString("d-M-yyyy", CultureInfo.InvariantCulture)}: {measurement.Row.Motivation}"),
            PublicSource = measurement.Row.Place,
            By = by,
            At = AnswerRecorder.TimeOf(measurement.Row.SavedUtc),
        };
    }
}
