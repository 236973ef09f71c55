using System.Security.Cryptography;
using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>The escalation of one or more actions to the same forum.</summary>
/// <param name="Submission">Made when the form was shown: a form that is sent twice is written once.</param>
/// <param name="Forum">Role or body of consultation, in words.</param>
/// <param name="Reason">Why.</param>
public sealed record NewEscalation(Guid Submission, string Forum, string Reason)
{
    /// <summary>The role that is told on the page of the case; null when the forum is none.</summary>
    public string? Role { get; init; }
}

/// <summary>Escalates actions. Works inside the caller's transaction.</summary>
public static class Escalations
{
    /// <summary>Key of the message to the role that actions were escalated to.</summary>
    public const string MessageKey = "action-escalated";

    /// <summary>Escalates every action, or none.</summary>
    /// <returns>Why it was refused, in Dutch; null when it was done, or was so already.</returns>
    public static async Task<string?> AddAsync(ActionDesk desk, IReadOnlyList<TrackedAction> actions, NewEscalation escalation)
    {
        var ids = actions.ToDictionary(action => KeyOf(escalation.Submission, action.Row.Id));
        if (await desk.NotesAsync(ids.Keys) is { Count: > 0 })
        {
            return null;
        }

        if (actions.Where(action => action.Item.Status.IsClosed()).Select(action => action.Item.Number).ToList() is { Count: > 0 } closed)
        {
            return Tr($"Opschalen kan alleen voor acties die nog lopen. Afgesloten of vervallen: {string.Join(", ", closed)}.");
        }

        foreach (var (id, action) in ids)
        {
            ActionNotes.Put(desk, action, new(id, ActionNoteKind.Escalation, escalation.Reason) { Forum = escalation.Forum });
        }

        await TellAsync(desk, escalation.Role);
        return null;
    }

    private static async Task TellAsync(ActionDesk desk, string? role)
    {
        if (role is null)
        {
            return;
        }

        var instance = await OpenToMembers.Instances(desk.Db, desk.Case.Row.Id).OrderByDescending(row => row.StartedUtc).Select(row => row.Id).FirstAsync();
        desk.Db.Messages.Add(new()
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = desk.Case.Row.Id,
            InstanceId = instance,
            Role = role,
            Kind = MessageKind.Notice,
            StepKey = MessageKey,
            TaskKey = string.Empty,
            SentUtc = desk.Actor.NowUtc,
        });
    }

    /// <summary>The same form gives the same action the same key.</summary>
    private static Guid KeyOf(Guid submission, Guid action) => new(SHA256.HashData([.. submission.ToByteArray(), .. action.ToByteArray()])[..16]);
}
