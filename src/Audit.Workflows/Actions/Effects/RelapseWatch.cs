using Audit.Core.Actions;
using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Effects;

/// <summary>Reopens actions whose effect did not last, in the transaction that shows it.</summary>
internal static class RelapseWatch
{
    /// <summary>More rounds than a body ever held; stops a chain that goes round.</summary>
    private const int MostRounds = 50;

    /// <summary>Reopens closed actions of the same case that a new measurement speaks against. Only a worse answer does: weaker proof leaves the earlier measurement standing.</summary>
    /// <param name="db">The open transaction, with the measurement saved.</param>
    /// <param name="current">The case.</param>
    /// <param name="found">The new measurement.</param>
    /// <param name="actor">Who recorded it.</param>
    /// <returns>The titles of the actions that reopened.</returns>
    public static async Task<IReadOnlyList<string>> AfterMeasurementAsync(AuditContext db, Case current, RecordedMeasurement found, Actor actor)
    {
        if (found.Value is not MeasuredAnswer answer || current.Instrument.Value.AllQuestions.FirstOrDefault(question => question.Id == answer.QuestionId) is not { } question)
        {
            return [];
        }

        var ofBody = current.Instrument.Value.BodyQuestions.Any(known => known.Id == question.Id);
        var reopened = new List<string>();
        foreach (var closed in await ClosedAsync(db, current.Row.Id))
        {
            if ((ofBody || closed.Action.TaskKey == found.Action.TaskKey)
                && closed.AtClosing(question.Id) is { } before && answer.On >= before.On
                && AnswerComparison.RelapseOf(question, before, answer.ToAnswer(question)) == Relapse.WorseAnswer)
            {
                var reason = Sentence.Of($"Terugval: bij de meting van {Day(answer.On)} is het antwoord op vraag {question.Id} ‘{Label(question, answer.Option)}’. Bij het afsluiten was dat ‘{Label(question, before.Option)}’.");
                ActionReopening.Write(db, new CaseTrail(current.Row.BodyId, current.Row.Id), (closed.Action, closed.Closure), actor, reason);
                reopened.Add(closed.Action.Title ?? closed.Action.MeasureId ?? string.Empty);
            }
        }

        return reopened;
    }

    /// <summary>Reopens closed actions of earlier rounds that an answer of this round speaks against.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="scope">The case of this round.</param>
    /// <param name="answers">The answers that were saved.</param>
    /// <param name="actor">Who saved them.</param>
    public static async Task AfterAnswersAsync(AuditContext db, AnswerScope scope, IReadOnlyList<AnswerEdit> answers, Actor actor)
    {
        var round = scope.Row;
        for (var i = 0; answers.Count > 0 && i < MostRounds && round.PreviousId is { } previousId; i++)
        {
            round = await db.Assessments.SingleAsync(row => row.Id == previousId);
            foreach (var closed in await ClosedAsync(db, round.Id))
            {
                var reasons = answers.Where(edit => edit.TaskKey.Length == 0 || edit.TaskKey == closed.Action.TaskKey)
                    .Select(edit => ReasonOf(scope.Instrument.AllQuestions.First(question => question.Id == edit.QuestionId), closed.AtClosing(edit.QuestionId), edit.Answer))
                    .OfType<Sentence>()
                    .ToList();
                if (reasons.Count > 0)
                {
                    Reopen(db, (scope.Row, round), closed, actor, Sentence.Join(" ", reasons));
                }
            }
        }
    }

    private static void Reopen(AuditContext db, (AssessmentRow Current, AssessmentRow Earlier) rounds, ClosedAction closed, Actor actor, Sentence reason)
    {
        ActionReopening.Write(db, new CaseTrail(rounds.Earlier.BodyId, rounds.Earlier.Id), (closed.Action, closed.Closure), actor, Sentence.Of($"{reason} Dat bleek in ‘{rounds.Current.Name}’."));
        new CaseTrail(rounds.Current.BodyId, rounds.Current.Id).Add(db, actor, "previous-action.reopened", rounds.Earlier.Id.ToString(), closed.Action.Title, reason.ToString());
    }

    private static Sentence? ReasonOf(Question question, MeasuredAnswer? before, Answer now) =>
        before is not null && AnswerComparison.RelapseOf(question, before, now) is { } relapse
            ? relapse switch
            {
                Relapse.WorseAnswer => Sentence.Of($"Terugval: het antwoord op vraag {question.Id} is ‘{Label(question, now.Value)}’. Bij het afsluiten was dat ‘{Label(question, before.Option)}’."),
                Relapse.WeakerProof => Sentence.Of($"Terugval: het bewijs bij vraag {question.Id} is nu {(now.Evidence ?? EvidenceGrade.E0).ToString()}. Bij het afsluiten was dat {before.Evidence.ToString()}."),
            }
            : null;

    private static async Task<IReadOnlyList<ClosedAction>> ClosedAsync(AuditContext db, Guid assessmentId)
    {
        var rows = await (
            from action in EffectRecords.NewestPlan(db, assessmentId).AsTracking()
            join closure in db.ActionClosures.AsTracking() on action.Id equals closure.ActionId
            where action.Status == (int)ActionStatus.Closed && closure.ReopenedUtc == null
            select new { Action = action, Closure = closure }).ToListAsync();
        if (rows.Count == 0)
        {
            return [];
        }

        var measured = await EffectRecords.OfCaseAsync(db, assessmentId);
        return [.. rows.Select(row => new ClosedAction(row.Action, row.Closure, EffectRecords.About(row.Action, measured)))];
    }

    private static object Label(Question question, string option) => option switch
    {
        Answer.Unknown => Sentence.Of($"weet ik niet"),
        _ => question.IndexOf(option) is >= 0 and var index ? question.Scale.Options[index].Label : option,
    };

    private static string Day(DateOnly day) => day.ToString("d-M-yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An action that is closed, with what was measured about it.</summary>
    private sealed record ClosedAction(PlannedMeasureRow Action, ActionClosureRow Closure, IReadOnlyList<RecordedMeasurement> About)
    {
        /// <summary>The answer on which it closed; null when the question had nothing to do with it.</summary>
        public MeasuredAnswer? AtClosing(string questionId) =>
            EffectRule.Newest(About.Where(measurement => measurement.Row.SavedUtc <= Closure.ClosedUtc).Select(measurement => measurement.Value), questionId, Action.StartDate);
    }
}
