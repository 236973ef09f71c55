using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions.Effects;

/// <summary>Writes the closing of an action and its reopening, with the trail; in the caller's transaction.</summary>
internal static class ActionReopening
{
    /// <summary>Event in the trail of a reopened action.</summary>
    public const string Reopened = "action.reopened";

    public const ActionStatus StatusAfter = ActionStatus.Running;

    /// <summary>Reopens a closed action.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="trail">The trail of the case of the action.</param>
    /// <param name="closed">The action and its closing, both tracked; no closing when the action was closed without one.</param>
    /// <param name="actor">Who reopens it, or did what reopens it.</param>
    /// <param name="reason">Why: what somebody typed, or a sentence of the program.</param>
    public static void Write(AuditContext db, CaseTrail trail, (PlannedMeasureRow Action, ActionClosureRow? Closure) closed, Actor actor, Sentence reason)
    {
        if (closed.Closure is { } closure)
        {
            (closure.ReopenedUtc, closure.ReopenReason) = (actor.NowUtc, SentenceJson.Stored(reason));
        }

        WriteStatus(db, trail, closed.Action, StatusAfter, actor);
        trail.Add(db, actor, Reopened, ActionChanges.SubjectOf(closed.Action.Id, "Heropend"), null, reason.ToString());
    }

    /// <summary>Writes a status alone, so that it works for plans of before the texts were kept in their rows too.</summary>
    public static void WriteStatus(AuditContext db, CaseTrail trail, PlannedMeasureRow action, ActionStatus status, Actor actor)
    {
        var before = (ActionStatus)action.Status;
        action.Status = (int)status;
        action.ChangedUtc = actor.NowUtc;
        action.Version = Guid.NewGuid();
        trail.Add(db, actor, ActionChanges.Changed, ActionChanges.SubjectOf(action.Id, "Status"), (before.Dutch(), status.Dutch()), null);
    }
}
