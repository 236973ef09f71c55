using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Actions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Actions;

/// <summary>Chooses what a plan must reach, shows the plan that comes of it, and writes it down.</summary>
[ShowsAnswers]
public sealed class MakeModel(CaseAccess access) : PageModel
{
    private static string AnswersChanged => Tr($"De antwoorden zijn intussen gewijzigd. Hieronder staat het plan dat daarbij hoort. Bekijk het en leg het dan vast.");

    public CaseView View { get; private set; } = null!;

    public MakeForm Form { get; private set; } = new();

    /// <summary>The plan that comes of it; null before anything was asked, or while the form is not in order.</summary>
    public PlanPreview? Preview { get; private set; }

    /// <summary>How many actions of the plan of now go along.</summary>
    public int Carried { get; private set; }

    public bool HasPlan { get; private set; }

    public bool IsAdopted => View.Case.Row.AdoptedUtc is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, MakeForm form)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Form = form;
        if (form.Doel is null)
        {
            ModelState.Clear();
            (Form.Doel, Form.Klasse) = (MakeForm.ByClass, View.Case.Target.ToString());
        }
        else if (HasPlan && form.Read(ModelState) is { } aim)
        {
            await ShowAsync(aim);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, MakeForm form)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Form = form;
        if (form.Read(ModelState) is not { } aim)
        {
            return Page();
        }

        // Calculated before the transaction, which only compares what it was calculated from.
        var seen = new PlanStand(form.Stand ?? string.Empty, form.Vorig);
        var (added, agreed) = (form.Inzending == Guid.Empty ? Guid.CreateVersion7() : form.Inzending, form.Bevestigd);
        await ShowAsync(aim);
        var plans = Preview!.Plans;
        var refusal = await access.ChangeAsync(id, (db, view) => WriteAsync(db, view, new(aim, plans, added) { Seen = seen, Agreed = agreed }));
        if (refusal is not null)
        {
            await LoadAsync(id);
            await ShowAsync(aim);
            ModelState.AddModelError(refusal == NotAgreed ? MakeForm.ConfirmField : string.Empty, refusal);
            return Page();
        }

        this.Tell(Tr($"Het plan is vastgelegd."));
        return Redirect($"{StepLinks.Hub(id)}/actieplan");
    }

    private static string NotAgreed => Tr($"Zet een vinkje als u het vastgestelde plan wilt vervangen.");

    private sealed record NewPlan(PlanAim Aim, IReadOnlyList<TaskPlan> Plans, Guid Id)
    {
        public required PlanStand Seen { get; init; }

        public required bool Agreed { get; init; }
    }

    private async Task<string?> WriteAsync(AuditContext db, CaseView view, NewPlan plan)
    {
        if (!StatusChange.MayChange(view.MyRoles))
        {
            return Tr($"Alleen de manager of de begeleider van deze doorlichting kan een plan maken.");
        }

        if (await db.Plans.SingleOrDefaultAsync(row => row.Id == plan.Id) is { } known)
        {
            return known.AssessmentId == view.Id ? null : Tr($"Dit formulier hoort bij een andere doorlichting. Open de bladzijde opnieuw.");
        }

        var run = view.Case.Score(access.User.NowUtc);
        var stand = await PlanStand.OfAsync(db, view.Case, run);
        if (stand != plan.Seen)
        {
            return stand.Answers != plan.Seen.Answers ? AnswersChanged : PlanEdits.Replaced;
        }

        if (view.Case.Row.AdoptedUtc is not null && !plan.Agreed)
        {
            return NotAgreed;
        }

        await new PlanRecorder(view.Case, run, access.User.Actor).WriteAsync(db, plan.Aim, plan.Plans, plan.Id);
        return null;
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view || !StatusChange.MayChange(view.MyRoles))
        {
            return false;
        }

        View = view;
        HasPlan = await access.ReadAsync(db => db.Plans.AnyAsync(row => row.AssessmentId == id));
        return true;
    }

    private async Task ShowAsync(PlanAim aim)
    {
        var run = View.Case.Score(access.User.NowUtc);
        var stand = await access.ReadAsync(db => PlanStand.OfAsync(db, View.Case, run));
        Preview = PlanPreview.Of(View.Case, run, stand, aim);
        Carried = await access.ReadAsync(async db => (await CarriedActions.FindAsync(db, View.Id, Preview.Plans)).Count);
        foreach (var field in new[] { nameof(Form.Stand), nameof(Form.Vorig), nameof(Form.Inzending) })
        {
            ModelState.Remove(field);
        }

        (Form.Stand, Form.Vorig) = (stand.Answers, stand.Newest);
        Form.Inzending = Form.Inzending == Guid.Empty ? Guid.CreateVersion7() : Form.Inzending;
    }
}
