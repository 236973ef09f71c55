using Audit.Core.Instruments;
using Audit.Web.Access;
using Audit.Web.Attachments;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Questions;

/// <summary>The files with a question: added, and taken away with a reason.</summary>
[LargestForm(LargestRequest)]
[ShowsAnswers]
public sealed class AttachmentsModel(CaseAccess access, AttachmentDesk desk, QuestionDesk around) : PageModel
{
    private const string FileField = "bestand";

    /// <summary>More than any file that is taken, so that its sender reads why at the field. Unit: bytes.</summary>
    private const int LargestRequest = 60 * 1024 * 1024;

    public CaseView View { get; private set; } = null!;

    public QuestionPart Part { get; private set; } = null!;

    public Question Question { get; private set; } = null!;

    public IReadOnlyList<FileLine> Files { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public Guid SubmissionId { get; private set; } = Guid.CreateVersion7();

    public AttachmentSettings Settings => desk.Settings;

    private QuestionPlace Place => new(View.Id, Part.TaskKey, Question.Id);

    public async Task<IActionResult> OnGetAsync([FromRoute] QuestionRoute route) => await LoadAsync(route) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] QuestionRoute route, IFormFile? bestand, Guid inzending, CancellationToken cancellation)
    {
        if (!await LoadAsync(route))
        {
            return NotFound();
        }

        var (file, refusal) = await desk.TakeAsync(bestand, cancellation);
        var id = inzending == Guid.Empty ? SubmissionId : inzending;
        refusal ??= await ChangeAsync((db, to) => desk.KeepAsync(db, to, (id, file!), access.User.Actor));
        return refusal is null ? Done(Tr($"De bijlage is toegevoegd.")) : Refuse(FileField, refusal);
    }

    public async Task<IActionResult> OnPostWegAsync([FromRoute] QuestionRoute route, Guid nummer, string? reden)
    {
        if (!await LoadAsync(route))
        {
            return NotFound();
        }

        var refusal = await ChangeAsync((db, from) => AttachmentDesk.RemoveAsync(db, from, (nummer, reden), access.User.Actor));
        return refusal is null ? Done(Tr($"De bijlage is verwijderd.")) : Refuse($"reden-{nummer}", refusal);
    }

    private Task<string?> ChangeAsync(Func<Data.Database.AuditContext, (CaseTrail Trail, QuestionPlace Place), Task<string?>> change) =>
        access.ChangeAsync(View.Id, (db, view) => EditRights.MayEdit(view, Part)
            ? change(db, (new CaseTrail(view.Case.Row.BodyId, view.Id), Place))
            : Task.FromResult<string?>(Tr($"Deze vraag is niet meer open. Er is niets gewijzigd.")));

    private PageResult Refuse(string field, string refusal)
    {
        ModelState.Clear();
        ModelState.AddModelError(field, refusal);
        return Page();
    }

    private RedirectResult Done(string message)
    {
        this.Tell(message);
        return Redirect($"{StepLinks.Question(View.Id, Part.TaskKey, Part.Id, Question.Id)}/bijlagen");
    }

    private async Task<bool> LoadAsync(QuestionRoute route)
    {
        if (await access.FindAsync(route.Id) is not { } view
            || QuestionPart.Find(view.Case, route.TaskKey, route.Part) is not { } part
            || part.Questions.FirstOrDefault(question => question.Id == route.QuestionId) is not { } question)
        {
            return false;
        }

        (View, Part, Question) = (view, part, question);
        MayEdit = EditRights.MayEdit(view, part);
        Files = (await around.ReadAsync(view, Place, access.User.Id)).Files;
        return true;
    }
}
