using Audit.Core.Actions;

namespace Audit.Web.Pages.Actions;

/// <summary>Variant of the badge that goes with the status of an action; the word stands in it.</summary>
public static class StatusBadge
{
    public static string Of(ActionStatus status) => status switch
    {
        ActionStatus.Planned => "inactive",
        ActionStatus.Running => "neutral",
        ActionStatus.Waiting => "warning",
        ActionStatus.Done or ActionStatus.Closed => "success",
        ActionStatus.Dropped => "inactive",
    };
}
