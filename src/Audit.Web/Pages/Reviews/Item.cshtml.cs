using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Reviews;

/// <summary>A turn in the course of an item, with the name of who took it.</summary>
public sealed record ItemTurn(ReviewEntryRow Row, string By);

/// <summary>One item of the review with its whole course; the team responds and the auditor decides.</summary>
[ShowsAnswers]
public sealed class ItemModel(CaseAccess access) : ReviewPage(access)
{
    public ItemView Item { get; private set; } = null!;

    /// <summary>What happened with it, oldest first.</summary>
    public IReadOnlyList<ItemTurn> Turns { get; private set; } = [];

    /// <summary>The answer when the item was made; null when there was none, or the item is not about one question.</summary>
    public AnswerVersion? Then { get; private set; }

    /// <summary>The answer as it stands.</summary>
    public AnswerVersion? Now { get; private set; }

    public TurnForm Form { get; private set; } = new();

    /// <summary>What this member may do with it now.</summary>
    public IReadOnlyList<ReviewMove> Moves => [.. Enum.GetValues<ReviewMove>().Where(move => RightOf(move)(View.Case.Row, View.MyRoles) && move.After(Item.Row.Status) is not null)];

    /// <summary>Whether an answer says where evidence is to be found.</summary>
    public bool AsksEvidence => Item.Row.Kind is ReviewItemKind.EvidenceRequest && Moves is [ReviewMove.Respond];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid reviewItemId)
    {
        if (!await LoadAsync(id, reviewItemId))
        {
            return NotFound();
        }

        Form = new() { Inzending = Guid.CreateVersion7().ToString(), Gezien = Item.Row.Version.ToString() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid reviewItemId, TurnForm form)
    {
        if (!await LoadAsync(id, reviewItemId))
        {
            return NotFound();
        }

        Form = form;
        form.Check(ModelState, Item.Row.Kind);
        if (ModelState.IsValid && form.Turn(reviewItemId, IdOf(form.Inzending)) is { } turn)
        {
            if (await ChangeAsync(RightOf(turn.Move), (db, view) => ReviewItems.TurnAsync(db, view.Case, turn, Access.User.Actor)) is not { } refusal)
            {
                this.Tell(ReviewTexts.DoneOf(turn.Move));
                return Redirect(ReviewLinks.Item(id, reviewItemId));
            }

            await LoadAsync(id, reviewItemId);
            ModelState.AddModelError(refusal == ReviewItems.Changed ? TurnForm.TextField : string.Empty, refusal);

            // Who sends again has read what came in between.
            form.Gezien = Item.Row.Version.ToString();
        }

        return Page();
    }

    private static Func<AssessmentRow, IReadOnlyCollection<string>, bool> RightOf(ReviewMove move) =>
        move is ReviewMove.Respond ? ReviewRights.MayRespond : ReviewRights.MayReview;

    private async Task<bool> LoadAsync(Guid id, Guid itemId)
    {
        if (!await FindAsync(id)
            || (await Access.ReadAsync(db => ItemView.AllAsync(db, View, Access.User.NowUtc))).FirstOrDefault(item => item.Row.Id == itemId) is not { } found)
        {
            return false;
        }

        Item = found;
        Turns = await Access.ReadAsync(db => TurnsAsync(db, itemId));
        if (found.Row.QuestionId is not null)
        {
            var versions = await Access.ReadAsync(VersionsAsync);
            (Then, Now) = (versions.LastOrDefault(version => version.SavedUtc <= found.Row.MadeUtc), versions.Count > 0 ? versions[^1] : null);
        }

        return true;
    }

    private static async Task<IReadOnlyList<ItemTurn>> TurnsAsync(AuditContext db, Guid itemId)
    {
        var rows = await (
            from entry in db.ReviewEntries
            join user in db.Users on entry.UserId equals user.Id
            where entry.ItemId == itemId
            select new { Row = entry, user.DisplayName }).ToListAsync();
        return [.. rows.OrderBy(row => row.Row.AtUtc).ThenBy(row => row.Row.Id).Select(row => new ItemTurn(row.Row, row.DisplayName))];
    }

    /// <summary>What the answer has been, oldest first.</summary>
    private async Task<IReadOnlyList<AnswerVersion>> VersionsAsync(AuditContext db)
    {
        var (id, key, question) = (View.Id, Item.Row.TaskKey, Item.Row.QuestionId);
        var rows = await (
            from revision in db.AnswerRevisions
            join answer in db.Answers on revision.AnswerId equals answer.Id
            where answer.AssessmentId == id && answer.TaskKey == key && answer.QuestionId == question
            orderby revision.Revision
            select revision).ToListAsync();
        return [.. rows.Select(row => new AnswerVersion(
            row.Revision,
            new Answer(row.Value, (EvidenceGrade?)row.Evidence, row.Motivation, row.PublicSource, row.By, row.At),
            row.SavedUtc))];
    }
}
