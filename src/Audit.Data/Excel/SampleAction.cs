using Audit.Core.Actions;
using Audit.Core.Instruments;

namespace Audit.Data.Excel;

/// <summary>Actions that stand in a sheet only until the real rows take their place.</summary>
internal static class SampleAction
{
    /// <summary>With a value in every column.</summary>
    public static ActionItem Plain { get; } = With("tekst");

    /// <summary>The same with texts that need the quote prefix.</summary>
    public static ActionItem Prefixed { get; } = With("=tekst");

    private static ActionItem With(string text) => new()
    {
        RowKey = Guid.Empty,
        RowVersion = text,
        Number = 1,
        TaskId = text,
        TaskName = text,
        Component = text,
        Risk = text,
        Class = RiskClass.Low,
        Measure = text,
        Why = text,
        Goal = text,
        TargetGroup = text,
        Accountable = text,
        Responsible = text,
        Evaluator = text,
        Department = text,
        Start = DateOnly.FromDateTime(ActionRules.FirstDay),
        Due = DateOnly.FromDateTime(ActionRules.FirstDay),
        ExpectedEffect = text,
        Indicator = text,
        Baseline = text,
        TargetValue = text,
        MeasuredEffect = text,
        Evidence = text,
        Remark = text,
        LastChanged = new DateTimeOffset(ActionRules.FirstDay, TimeSpan.Zero),
    };
}
