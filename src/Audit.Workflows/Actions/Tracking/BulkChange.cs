using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Excel.Import;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>An action that was ticked, as it was seen.</summary>
/// <param name="Id">The action.</param>
/// <param name="Seen">Version that the person was looking at.</param>
public sealed record ChosenAction(Guid Id, Guid Seen);

/// <summary>What a change of several actions does to one of them.</summary>
/// <param name="Id">The action.</param>
/// <param name="Action">The action as it is; null when it left the plan.</param>
/// <param name="Refusal">Why it cannot be changed, in Dutch; null when it can.</param>
/// <param name="IsSame">Whether it has the value already.</param>
public sealed record BulkVerdict(Guid Id, TrackedAction? Action, string? Refusal, bool IsSame);

/// <summary>One value for one field of several actions: all of them or none.</summary>
/// <param name="Column">Key of the column, or <see cref="ActionEdits.Owner"/>.</param>
/// <param name="Value">The value as text without culture; empty for none.</param>
public sealed record BulkChange(string Column, string Value)
{
    private static readonly string[] Columns = ["Status", ActionEdits.Owner, "Afdeling", "Verantwoordelijke", "Prioriteit", "Start", "Streefdatum"];

    /// <summary>The fields that can be changed for several actions at once.</summary>
    public static IReadOnlyList<string> Fields => Columns;

    /// <summary>What the change would do to every action, in the order in which they were chosen.</summary>
    /// <param name="desk">The open transaction, or a context for reading.</param>
    /// <param name="book">The actions as read in it.</param>
    /// <param name="chosen">The actions.</param>
    public async Task<IReadOnlyList<BulkVerdict>> JudgeAsync(ActionDesk desk, ActionBook book, IEnumerable<ChosenAction> chosen)
    {
        var byId = book.Actions.ToDictionary(action => action.Row.Id);
        var verdicts = new List<BulkVerdict>();
        foreach (var one in chosen)
        {
            verdicts.Add(byId.GetValueOrDefault(one.Id) is { } action
                ? await JudgeAsync(desk, book, action, one.Seen)
                : new(one.Id, null, ActionDesk.Gone, false));
        }

        return verdicts;
    }

    /// <summary>Makes the change when no action stands in its way.</summary>
    /// <returns>What became of every action; when one was refused, nothing was written.</returns>
    public async Task<IReadOnlyList<BulkVerdict>> ApplyAsync(ActionDesk desk, ActionBook book, IEnumerable<ChosenAction> chosen)
    {
        var verdicts = await JudgeAsync(desk, book, chosen);
        if (verdicts.All(verdict => verdict.Refusal is null))
        {
            foreach (var action in verdicts.Where(verdict => !verdict.IsSame).Select(verdict => verdict.Action!))
            {
                ActionEdits.Write(desk, book, action, DraftOf(action));
            }
        }

        return verdicts;
    }

    private async Task<BulkVerdict> JudgeAsync(ActionDesk desk, ActionBook book, TrackedAction action, Guid seen)
    {
        var draft = DraftOf(action);
        if (draft == ActionDraft.Of(action))
        {
            return new(action.Row.Id, action, null, true);
        }

        var refusal = Closes(action, draft) ? Tr($"Afsluiten en heropenen gaat per actie, op het gemeten effect.")
            : seen != action.Row.Version ? Tr($"Een collega heeft deze actie intussen gewijzigd. Bekijk de actie en kies opnieuw.")
            : (await ActionEdits.RefusalsAsync(desk, book, action, draft)) is [var first, ..] ? Tr(first.Text)
            : null;
        return new(action.Row.Id, action, refusal, false);
    }

    /// <summary>Whether it closes or opens again, which asks for a query per action and for a statement.</summary>
    private static bool Closes(TrackedAction action, ActionDraft draft) =>
        (action.Item.Status == ActionStatus.Closed) != (draft.Item.Status == ActionStatus.Closed);

    private ActionDraft DraftOf(TrackedAction action) => Column == ActionEdits.Owner
        ? new(action.Item, Guid.TryParse(Value, out var owner) ? owner : null, null)
        : ActionDraft.Of(action) with { Item = ActionRows.Changed(action.Item, [new(new CellId(action.Row.Id, Column), string.Empty, Value)]) };
}
