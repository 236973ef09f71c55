using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>An action as somebody wants it to be.</summary>
/// <param name="Item">What stands in it.</param>
/// <param name="OwnerId">The member who owns it; null for nobody.</param>
/// <param name="OwnerEmail">Address of an owner without an account; null for none.</param>
public sealed record ActionDraft(ActionItem Item, Guid? OwnerId, string? OwnerEmail)
{
    public static ActionDraft Of(TrackedAction action) => new(action.Item, action.Row.OwnerId, action.Row.OwnerEmail);
}

/// <summary>Changes one action after looking at every rule. Works inside the caller's transaction.</summary>
public static class ActionEdits
{
    /// <summary>Name in the history of the owner that was chosen; a workbook has no such column.</summary>
    public const string Owner = "EigenaarLid";

    /// <summary>Name of the address of an owner without an account.</summary>
    public const string OwnerAddress = "EigenaarMail";

    /// <summary>Changes an action, or says for which fields it cannot.</summary>
    /// <param name="desk">The open transaction.</param>
    /// <param name="book">The actions as read in it.</param>
    /// <param name="action">The action as read in it.</param>
    /// <param name="draft">The action as it is to be.</param>
    /// <returns>Why it was refused; empty when it was changed, or was so already.</returns>
    public static async Task<IReadOnlyList<ActionFinding>> ApplyAsync(ActionDesk desk, ActionBook book, TrackedAction action, ActionDraft draft)
    {
        var findings = await RefusalsAsync(desk, book, action, draft);
        if (findings.Count == 0)
        {
            Write(desk, book, action, draft);
        }

        return findings;
    }

    /// <summary>Why an action cannot become so; empty when it can.</summary>
    public static async Task<IReadOnlyList<ActionFinding>> RefusalsAsync(ActionDesk desk, ActionBook book, TrackedAction action, ActionDraft draft)
    {
        List<ActionFinding> findings = [.. ActionChecks.RefusalsOf(action.Owned, new(draft.Item, PersonOf(book, (draft.OwnerId, draft.OwnerEmail))))];
        if (draft.OwnerId is not null && draft.OwnerEmail is not null)
        {
            findings.Add(new(OwnerAddress, Sentence.Of($"Kies een lid óf vul een e-mailadres in, niet allebei.")));
        }

        if (draft.OwnerId is { } owner && owner != action.Row.OwnerId && !book.People.Any(person => person.Id == owner && person.MayOwn))
        {
            findings.Add(new(Owner, Sentence.Of($"Kies iemand die meedoet aan deze doorlichting en niet de auditor is.")));
        }

        if (await StatusRule.RefusalAsync(desk.Db, action.Row, draft.Item.Status) is { } refusal)
        {
            findings.Add(new("Status", Sentence.Fixed(refusal)));
        }

        return findings;
    }

    /// <summary>Writes a change that was looked at.</summary>
    internal static void Write(ActionDesk desk, ActionBook book, TrackedAction action, ActionDraft draft)
    {
        var (db, row, actor) = (desk.Db, action.Row, desk.Actor);
        var settled = ProgressRule.Settle(action.Item.Status, draft.Item);
        ActionChanges.Write(db, desk.Trail, row, (action.Item, draft.Item), actor);
        ActionChanges.Write(db, desk.Trail, row, (draft.Item, settled), actor, ProgressRule.Reason);
        if (draft.OwnerId == row.OwnerId && draft.OwnerEmail == row.OwnerEmail)
        {
            return;
        }

        var before = PersonOf(book, (row.OwnerId, row.OwnerEmail));
        ActionRecords.Write(row, settled);
        (row.OwnerId, row.OwnerEmail) = (draft.OwnerId, draft.OwnerEmail);
        row.ChangedUtc = actor.NowUtc;
        row.Version = Guid.NewGuid();
        desk.Trail.Add(db, actor, ActionChanges.Changed, ActionChanges.SubjectOf(row.Id, Owner), (before, PersonOf(book, (draft.OwnerId, draft.OwnerEmail))), null);
    }

    private static string? PersonOf(ActionBook book, (Guid? Id, string? Email) of) => of.Id is { } owner
        ? book.People.FirstOrDefault(person => person.Id == owner)?.Name ?? CasePerson.Left.ToString()
        : of.Email;
}
