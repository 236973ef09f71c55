using Audit.Core.Actions;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.ActionItems;

/// <summary>Escalates one or more actions to the next rung of the ladder, or to a forum that somebody names.</summary>
[ShowsAnswers]
public sealed class EscalateModel(CaseAccess access, EscalationLadder ladder) : TrackingPage(access)
{
    /// <summary>Value of the choice of a forum outside the ladder.</summary>
    public const string Other = "anders";

    public EscalationLadder Ladder => ladder;

    public EscalateInput Input { get; private set; } = new();

    public IReadOnlyList<TrackedAction> Chosen { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string[] rij)
    {
        if (!await LoadAsync(id) || !Rights.MayManage)
        {
            return NotFound();
        }

        Choose(ChosenActions.In(Book, rij));
        Input = new() { Inzending = Guid.CreateVersion7().ToString(), Forum = ladder.NextAfter(Chosen.Select(action => action.Escalation?.Forum).OfType<string>()) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, EscalateInput input)
    {
        if (!await LoadAsync(id) || !Rights.MayManage)
        {
            return NotFound();
        }

        Input = input;
        Choose(ChosenActions.Read(input.Rijen));
        if (Chosen.Count == 0)
        {
            ModelState.AddModelError(string.Empty, Tr($"Er is geen actie gekozen om op te schalen."));
        }

        if (input.Read(ladder, ModelState) is not { } escalation || !ModelState.IsValid)
        {
            return Page();
        }

        return await WriteAsync(escalation);
    }

    private async Task<IActionResult> WriteAsync(NewEscalation escalation)
    {
        var ids = Chosen.Select(action => action.Row.Id).ToHashSet();
        var refusal = await ChangeAsync(work =>
        {
            var actions = work.Book.Actions.Where(action => ids.Contains(action.Row.Id)).ToList();
            return !work.Rights.MayManage ? Task.FromResult<string?>(TrackingTexts.NotYours)
                : actions.Count < ids.Count ? Task.FromResult<string?>(ActionDesk.Gone)
                : Escalations.AddAsync(work.Desk, actions, escalation);
        });
        if (refusal is not null)
        {
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        this.Tell(Tr($"{TrackingTexts.Count(Chosen.Count)} opgeschaald naar {RoleTexts.ForumOf(escalation.Forum)}."));
        return Redirect(Chosen is [var only] ? StepLinks.OfAction(View.Id, only.Row.Id) : StepLinks.OfActions(View.Id));
    }

    private void Choose(IReadOnlyList<ChosenAction> chosen) => Chosen = [.. chosen.Select(one => Book.Find(one.Id)).OfType<TrackedAction>()];

    /// <summary>Whether an action that was chosen has left the running plan.</summary>
    public static bool IsClosed(TrackedAction action) => action.Item.Status.IsClosed();
}
