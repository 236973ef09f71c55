using Audit.Core.Instruments;

namespace Audit.Core.Actions;

/// <summary>The Dutch words for the states of an action, as screens, exports and imports show them.</summary>
public static class ActionLabels
{
    /// <summary>Dutch label of a status.</summary>
    public static string Dutch(this ActionStatus status) => status switch
    {
        ActionStatus.Planned => "gepland",
        ActionStatus.Running => "loopt",
        ActionStatus.Waiting => "wacht",
        ActionStatus.Done => "gereed",
        ActionStatus.Closed => "afgesloten",
        ActionStatus.Dropped => "vervallen",
    };

    /// <summary>Dutch label of a priority; begins with a digit so that a sort on the label is a sort on urgency.</summary>
    public static string Dutch(this ActionPriority priority) => priority switch
    {
        ActionPriority.First => "1 eerst",
        ActionPriority.Next => "2 daarna",
        ActionPriority.Later => "3 later",
    };

    /// <summary>Dutch label of a risk class.</summary>
    public static string Dutch(this RiskClass riskClass) => riskClass switch
    {
        RiskClass.Low => "laag",
        RiskClass.Medium => "midden",
        RiskClass.High => "hoog",
        RiskClass.Critical => "kritiek",
    };

    /// <summary>A status within a sentence.</summary>
    internal static Sentence InSentence(this ActionStatus status) => status switch
    {
        ActionStatus.Planned => Sentence.Of($"gepland"),
        ActionStatus.Running => Sentence.Of($"loopt"),
        ActionStatus.Waiting => Sentence.Of($"wacht"),
        ActionStatus.Done => Sentence.Of($"gereed"),
        ActionStatus.Closed => Sentence.Of($"afgesloten"),
        ActionStatus.Dropped => Sentence.Of($"vervallen"),
    };

    /// <summary>A risk class within a sentence.</summary>
    /// <param name="riskClass">The class; null when it cannot be determined.</param>
    internal static Sentence InSentence(this RiskClass? riskClass) => riskClass switch
    {
        RiskClass.Low => Sentence.Of($"laag"),
        RiskClass.Medium => Sentence.Of($"midden"),
        RiskClass.High => Sentence.Of($"hoog"),
        RiskClass.Critical => Sentence.Of($"kritiek"),
        null => Sentence.Of($"niet te bepalen"),
    };

    /// <summary>Whether work is still to be done, so that the action can be overdue.</summary>
    public static bool IsOpen(this ActionStatus status) => status switch
    {
        ActionStatus.Planned or ActionStatus.Running or ActionStatus.Waiting => true,
        ActionStatus.Done or ActionStatus.Closed or ActionStatus.Dropped => false,
    };

    /// <summary>Whether the action has left the running plan.</summary>
    public static bool IsClosed(this ActionStatus status) => status is ActionStatus.Closed or ActionStatus.Dropped;
}
