using Audit.Core.Actions;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.ActionItems;

/// <summary>The actions as cards in a column per status; a card is moved with a button, so that it works without a mouse and without scripts.</summary>
[ShowsAnswers]
public sealed class BoardModel(CaseAccess access) : TrackingPage(access)
{
    /// <summary>Most cards in a column; the table has the rest.</summary>
    public const int MostCards = 30;

    public ActionFilter Filter { get; private set; } = new();

    public IReadOnlyList<(ActionStatus Status, IReadOnlyList<TrackedAction> Cards)> Columns { get; private set; } = [];

    /// <summary>What was sent and refused; null when nothing was.</summary>
    public CardMove? Sent { get; private set; }

    public FilterView FilterView => new(this, Filter, IsBoard: true, Access.User.Id);

    public static string FieldOf(TrackedAction action) => $"status-{action.Row.Id:N}";

    public async Task<IActionResult> OnGetAsync(Guid id, ActionFilter filter) => await LoadAsync(id, filter) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromQuery] ActionFilter filter, [FromForm] CardMove move)
    {
        if (!await LoadAsync(id, filter))
        {
            return NotFound();
        }

        if (move.Read() is not { } change)
        {
            return await RefuseAsync(id, filter, (move, Tr($"Kies een status uit de lijst.")));
        }

        var refusal = await ChangeAsync(async work => work.Book.Find(move.Id) is { } action && !work.Rights.MayReport(action.Row)
            ? TrackingTexts.NotYours
            : (await change.ApplyAsync(work.Desk, work.Book, [move.Chosen]))[0].Refusal);
        if (refusal is not null)
        {
            return await RefuseAsync(id, filter, (move, refusal));
        }

        this.Tell(Tr($"Actie {Book.Find(move.Id)!.Item.Number} staat nu bij ‘{TitleOf(change)}’."));
        return Redirect($"{StepLinks.OfActions(id)}/bord{filter.Query()}");
    }

    private static string TitleOf(BulkChange change) => Charts.DutchText.Capital(TrackingTexts.ValueOf(change.Column, change.Value));

    private async Task<IActionResult> RefuseAsync(Guid id, ActionFilter filter, (CardMove Move, string Reason) refused)
    {
        Sent = refused.Move;
        ModelState.AddModelError(Book.Find(refused.Move.Id) is { } action ? FieldOf(action) : string.Empty, refused.Reason);
        return await LoadAsync(id, filter) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, ActionFilter filter)
    {
        if (!await LoadAsync(id))
        {
            return false;
        }

        Filter = filter;
        var byStatus = filter.Of(Book.Actions, Access.User.Id).ToLookup(action => action.Item.Status);
        Columns = [.. Enum.GetValues<ActionStatus>().Select(status => (status, (IReadOnlyList<TrackedAction>)[.. byStatus[status]]))];
        return true;
    }
}

/// <summary>What the form of one card sends; everything may be missing or nonsense.</summary>
public sealed class CardMove
{
    public string? Rij { get; set; }

    public string? Versie { get; set; }

    public string? Naar { get; set; }

    public Guid Id => Guid.TryParse(Rij, out var id) ? id : Guid.Empty;

    public ChosenAction Chosen => new(Id, Guid.TryParse(Versie, out var seen) ? seen : Guid.Empty);

    /// <summary>The change that is asked for; null when the form is not in order.</summary>
    public BulkChange? Read() => ActionValues.Read(FieldKind.Status, Naar ?? string.Empty) is { Value: { } status } ? new("Status", status) : null;
}
