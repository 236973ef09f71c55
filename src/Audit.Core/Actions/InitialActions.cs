using System.Security.Cryptography;
using System.Text;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>From where the actions of a plan are dated and keyed.</summary>
/// <param name="AssessmentId">Identity of the assessment; part of every row key.</param>
/// <param name="Date">First day of every action; its due date lies a lead time later.</param>
/// <param name="FirstNumber">Number of the first action, so that the actions of several tasks can be numbered on; at least 1.</param>
public sealed record PlanStart(Guid AssessmentId, DateOnly Date, int FirstNumber = 1);

/// <summary>Makes the first actions from a plan; from then on people change them.</summary>
public static class InitialActions
{
    /// <summary>One action per planned measure, in the order of the plan.</summary>
    /// <param name="plan">The plan of the task.</param>
    /// <param name="score">The score of the same task: answers and residual before any measure.</param>
    /// <param name="instrument">The instrument that was answered; its texts explain risk and reason.</param>
    /// <param name="start">First day and identity of the assessment.</param>
    /// <exception cref="ArgumentException">Plan and score are of different tasks.</exception>
    public static IReadOnlyList<ActionItem> From(TaskPlan plan, TaskScore score, Instrument instrument, PlanStart start)
    {
        if (plan.TaskId != score.TaskId)
        {
            throw new ArgumentException($"the plan is for task {plan.TaskId}, the score for {score.TaskId}", nameof(score));
        }

        var texts = new ActionTexts(plan, score, instrument);
        var before = score.Residual?.High;
        var items = new List<ActionItem>(plan.Measures.Count);
        foreach (var planned in plan.Measures)
        {
            items.Add(ItemOf(planned, score, start, start.FirstNumber + items.Count) with
            {
                Component = texts.ComponentOf(planned.Measure),
                Risk = texts.RiskOf(planned).ToString(),
                Class = plan.Before.Working,
                Why = texts.WhyOf(planned).ToString(),
                Priority = PriorityOf(plan.Before.Working, isFirst: items.Count == 0),
                ExpectedEffect = texts.EffectOf(before, planned).ToString(),
            });
            before = planned.ResidualHighAfter;
        }

        return items;
    }

    /// <summary>Identity of the action that a measure becomes: the same arguments always give the same key.</summary>
    /// <param name="assessmentId">Identity of the assessment.</param>
    /// <param name="taskId">Id of the task.</param>
    /// <param name="measureId">Id of the measure in the catalogue.</param>
    /// <remarks>First 16 bytes of a SHA-256, marked as version 8 (RFC 9562 §5.8).</remarks>
    public static Guid RowKeyOf(Guid assessmentId, string taskId, string measureId)
    {
        // The unit separator keeps "a"+"bc" apart from "ab"+"c".
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{assessmentId:D}\u001f{taskId}\u001f{measureId}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Order in which to take up an action: the class decides, and the measure with the largest effect goes first.</summary>
    /// <param name="riskClass">Working class before any measure; null when it cannot be determined.</param>
    /// <param name="isFirst">Whether the measure has the largest effect of the plan.</param>
    public static ActionPriority PriorityOf(RiskClass? riskClass, bool isFirst) => riskClass switch
    {
        RiskClass.Critical => ActionPriority.First,
        RiskClass.High => isFirst ? ActionPriority.First : ActionPriority.Next,
        RiskClass.Medium => isFirst ? ActionPriority.Next : ActionPriority.Later,
        RiskClass.Low => ActionPriority.Later,
        null => ActionPriority.Next,
        _ => throw new ArgumentOutOfRangeException(nameof(riskClass)),
    };

    private static ActionItem ItemOf(PlannedMeasure planned, TaskScore score, PlanStart start, int number) => new()
    {
        RowKey = RowKeyOf(start.AssessmentId, score.TaskId, planned.Measure.Id),
        Number = number,
        TaskId = score.TaskId,
        TaskName = score.TaskName,
        MeasureId = planned.Measure.Id,
        Measure = planned.Measure.Title.Nl,
        Goal = planned.Measure.Description.Goal.Nl,
        TargetGroup = planned.Measure.Description.TargetGroup.Nl,
        Accountable = planned.Measure.Description.Accountable.Nl,
        Responsible = planned.Measure.Description.Responsible.Nl,
        Indicator = planned.Measure.Description.Indicator.Nl,
        Start = start.Date,
        Due = start.Date.AddDays(planned.Measure.LeadTimeDays),
    };
}
