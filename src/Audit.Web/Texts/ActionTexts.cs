using Audit.Core.Actions;
using Audit.Web.Charts;

namespace Audit.Web.Texts;

/// <summary>Words for the status and the priority of an action. Workbooks, forms and the trail keep the Dutch labels.</summary>
public static class ActionTexts
{
    /// <summary>The status within a sentence.</summary>
    public static string NameOf(ActionStatus status) => status switch
    {
        ActionStatus.Planned => Tr($"gepland"),
        ActionStatus.Running => Tr($"loopt"),
        ActionStatus.Waiting => Tr($"wacht"),
        ActionStatus.Done => Tr($"gereed"),
        ActionStatus.Closed => Tr($"afgesloten"),
        ActionStatus.Dropped => Tr($"vervallen"),
    };

    /// <summary>The status on its own.</summary>
    public static string TitleOf(ActionStatus status) => DutchText.Capital(NameOf(status));

    public static string NameOf(ActionPriority priority) => priority switch
    {
        ActionPriority.First => Tr($"1 eerst"),
        ActionPriority.Next => Tr($"2 daarna"),
        ActionPriority.Later => Tr($"3 later"),
    };

    /// <summary>A status or priority by its Dutch label; null when it is neither.</summary>
    public static string? LabelOf(string dutch) =>
        Enum.GetValues<ActionStatus>().Where(status => status.Dutch() == dutch).Select(NameOf)
            .Concat(Enum.GetValues<ActionPriority>().Where(priority => priority.Dutch() == dutch).Select(NameOf))
            .FirstOrDefault();
}
