using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Gates;

/// <summary>One gate of one task; the jurist sees what lifting it means, and lifts it or ends that.</summary>
[ShowsAnswers]
public sealed class LiftModel(CaseAccess access, ContentStore contents) : PageModel
{
    public CaseReading Reading { get; private set; } = null!;

    public GateView Gate { get; private set; } = null!;

    /// <summary>What lifting means now; null when there is nothing to lift.</summary>
    public LiftingEffect? Effect { get; private set; }

    public LiftForm Form { get; private set; } = new();

    /// <summary>The lifting that holds now; null when there is none.</summary>
    public LiftingNow? Standing => Gate.AllLiftings.FirstOrDefault(lift => lift.State is LiftingState.Holds);

    public bool MayLift => Effect is not null && Standing is not { IsOutrun: false } && ReviewRights.MayLift(Reading.View.Case.Row, Reading.View.MyRoles);

    public bool MayEnd => Standing is not null && ReviewRights.MayEndLifting(Reading.View.MyRoles);

    public async Task<IActionResult> OnGetAsync(Guid id, string taskKey, string gateId)
    {
        if (!await LoadAsync(id, taskKey, gateId))
        {
            return NotFound();
        }

        Form = new() { Gezien = Effect?.ToJson(), Inzending = Guid.CreateVersion7().ToString() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string taskKey, string gateId, LiftForm form)
    {
        if (!await LoadAsync(id, taskKey, gateId))
        {
            return NotFound();
        }

        Form = form;
        form.Check(ModelState, Reading.Report.Reviews.Today);
        if (!ModelState.IsValid || await RefusedAsync(id, taskKey, gateId))
        {
            return Page();
        }

        this.Tell(form.Ends ? Tr($"De opheffing is ingetrokken. De drempelregel geldt weer.") : Tr($"De drempelregel is opgeheven tot en met {Dates.Day(form.Day!.Value)}. De berekende klasse is gelijk gebleven."));
        return Redirect(ReviewLinks.Gate(id, taskKey, gateId));
    }

    private async Task<bool> RefusedAsync(Guid id, string taskKey, string gateId)
    {
        if (await (Form.Ends ? EndAsync(id) : LiftAsync(id, taskKey, gateId)) is not { } refusal)
        {
            return false;
        }

        await LoadAsync(id, taskKey, gateId);
        ModelState.AddModelError(Form.Ends ? LiftForm.EndReasonField : refusal == ReviewRights.NotYours ? string.Empty : LiftForm.ReasonField, refusal);

        // Who decides again has seen the effect as it is now.
        Form.Gezien = Effect?.ToJson();
        return true;
    }

    private Task<string?> LiftAsync(Guid id, string taskKey, string gateId)
    {
        var lifting = Form.Lifting(taskKey, gateId);
        return access.ChangeAsync(id, async (db, view) =>
            !ReviewRights.MayLift(view.Case.Row, view.MyRoles) ? ReviewRights.NotYours
            : await CaseReport.FindAsync(db, contents, id, access.User.NowUtc) is { } report ? await GateLiftings.LiftAsync(db, report, lifting, access.User.Actor)
            : ReviewRights.NoTask);
    }

    private Task<string?> EndAsync(Guid id) => access.ChangeAsync(id, (db, view) =>
        ReviewRights.MayEndLifting(view.MyRoles)
            ? GateLiftings.WithdrawAsync(db, view.Case.Row, (Form.Opheffing, Form.Versie, TypedText.Of(Form.Intrekreden)!), access.User.Actor)
            : Task.FromResult<string?>(ReviewRights.NotYours));

    private async Task<bool> LoadAsync(Guid id, string taskKey, string gateId)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading
            || TaskView.Find(reading.Report, taskKey) is not { } task
            || task.Instrument.Gates.FirstOrDefault(gate => gate.Id == gateId) is not { } found)
        {
            return false;
        }

        (Reading, Gate) = (reading, new GateView(task, found));
        Effect = GateLiftings.EffectOf(reading.Report, task.Review, gateId);
        return true;
    }
}
