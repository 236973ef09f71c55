using Audit.Data.Database;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Questions;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Questions;

/// <summary>What colleagues do around the question.</summary>
public sealed partial class DetailsModel
{
    private const string CommentField = "opmerking";

    public async Task<IActionResult> OnPostOpmerkingAsync([FromRoute] QuestionRoute route, string? opmerking, Guid[] noem, Guid inzending)
    {
        if (!await FindAsync(route))
        {
            return NotFound();
        }

        await ShowAsync(null, []);
        var id = inzending == Guid.Empty ? SubmissionId : inzending;
        var path = StepLinks.Question(View.Id, Part.TaskKey, Part.Id, Card.Question.Id);
        var refusal = await access.ChangeAsync(View.Id, (db, view) => around.CommentAsync(db, view, (Place, path), (id, opmerking, noem), access.User.Actor));
        if (refusal is null)
        {
            return Done(Tr($"Uw opmerking staat erbij."), "opmerkingen");
        }

        (TypedComment, SubmissionId) = (opmerking, id);
        ModelState.Clear();
        ModelState.AddModelError(CommentField, refusal);
        return Page();
    }

    public async Task<IActionResult> OnPostIntrekkenAsync([FromRoute] QuestionRoute route, Guid nummer) => await TalkAsync(
        route, (db, trail) => Comments.WithdrawAsync(db, trail, Place, nummer, access.User.Actor), Tr($"Uw opmerking is ingetrokken."));

    public async Task<IActionResult> OnPostAfhandelenAsync([FromRoute] QuestionRoute route, Guid nummer, bool klaar) => await TalkAsync(
        route, (db, trail) => Comments.SettleAsync(db, trail, Place, (nummer, klaar), access.User.Actor), klaar ? Tr($"De opmerking is afgehandeld.") : Tr($"De opmerking is weer open."));

    public async Task<IActionResult> OnPostToewijzenAsync([FromRoute] QuestionRoute route, Guid? wie, Guid? versie)
    {
        if (!await FindAsync(route))
        {
            return NotFound();
        }

        await ShowAsync(null, []);
        var refusal = MayAssign
            ? await ChangeAsync((db, trail) => QuestionAssignments.SetAsync(db, trail, Place, (wie, versie), access.User.Actor))
            : Tr($"Alleen het team en de begeleider verdelen vragen.");
        if (refusal is null)
        {
            return Done(wie is null ? Tr($"De vraag is van niemand in het bijzonder.") : Tr($"De vraag is toegewezen."), "toewijzen");
        }

        await ShowAsync(null, []);
        ModelState.Clear();
        ModelState.AddModelError("wie", refusal);
        return Page();
    }

    /// <summary>Whether this member may say who looks after the question.</summary>
    public bool MayAssign => Policies.LookAfterQuestions.Allows(View.MyRoles);

    private async Task<IActionResult> TalkAsync(QuestionRoute route, Func<AuditContext, CaseTrail, Task<string?>> change, string done)
    {
        if (!await FindAsync(route))
        {
            return NotFound();
        }

        await ShowAsync(null, []);
        if (await ChangeAsync(change) is not { } refusal)
        {
            return Done(done, "opmerkingen");
        }

        ModelState.Clear();
        ModelState.AddModelError(string.Empty, refusal);
        return Page();
    }

    private Task<string?> ChangeAsync(Func<AuditContext, CaseTrail, Task<string?>> change) =>
        access.ChangeAsync(View.Id, (db, view) => change(db, new CaseTrail(view.Case.Row.BodyId, view.Id)));

    private RedirectResult Done(string message, string anchor)
    {
        this.Tell(message);
        return Redirect($"{StepLinks.Question(View.Id, Part.TaskKey, Part.Id, Card.Question.Id)}#{anchor}");
    }
}
