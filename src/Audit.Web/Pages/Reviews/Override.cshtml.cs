using Audit.Core.Instruments;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Reviews;

/// <summary>An auditor gives a task another class than the computed one, with the reason, or takes that back.</summary>
[ShowsAnswers]
public sealed class OverrideModel(CaseAccess access, ContentStore contents) : ReviewPage(access)
{
    private const string ClassField = "klasse";
    private const string ReasonField = "reden";
    private const int MostReason = 4000;

    /// <summary>Value of the choice that takes an earlier one back.</summary>
    public const string Withdraw = "intrekken";

    public TaskView Task { get; private set; } = null!;

    public OverrideInput Input { get; private set; } = new();

    public ReviewedTask Review => Task.Review;

    public async Task<IActionResult> OnGetAsync(Guid id, string taskKey)
    {
        if (!await LoadAsync(id, taskKey))
        {
            return NotFound();
        }

        Input = new() { Inzending = Guid.CreateVersion7().ToString(), Gezien = Review.Judgements.Count };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string taskKey, OverrideInput input)
    {
        if (!await LoadAsync(id, taskKey))
        {
            return NotFound();
        }

        Input = input;
        if (input.Klasse != Withdraw && input.Class is null)
        {
            ModelState.AddModelError(ClassField, Tr($"Kies een klasse."));
        }

        ModelState.CheckText(ReasonField, input.Reden, (Tr($"Schrijf op waarom."), MostReason));
        if (!ModelState.IsValid || await RefusedAsync(id, taskKey, input))
        {
            return Page();
        }

        this.Tell(input.Class is null ? Tr($"Uw oordeel is ingetrokken. De klasse volgt weer uit de berekening.") : Tr($"Uw oordeel staat naast de berekende klasse."));
        return Redirect(ReviewLinks.Class(id, taskKey));
    }

    private async Task<bool> RefusedAsync(Guid id, string taskKey, OverrideInput input)
    {
        var choice = new ClassChoice(IdOf(input.Inzending), input.Class, TypedText.Of(input.Reden)!, input.Gezien);
        var refusal = await ChangeAsync(ReviewRights.MayReview, async (db, _) =>
            await CaseReport.FindAsync(db, contents, id, Access.User.NowUtc) is { } report
                ? await ClassOverrides.SetAsync(db, report, taskKey, choice, Access.User.Actor)
                : ReviewRights.NoTask);
        if (refusal is null)
        {
            return false;
        }

        await LoadAsync(id, taskKey);
        ModelState.AddModelError(refusal == ReviewRights.NotYours ? string.Empty : ClassField, refusal);

        // Who chooses again has read what a colleague decided.
        input.Gezien = Review.Judgements.Count;
        return true;
    }

    private async Task<bool> LoadAsync(Guid id, string taskKey)
    {
        if (!await FindAsync(id) || await CaseReading.FindAsync(Access, contents, id) is not { } reading || TaskView.Find(reading.Report, taskKey) is not { } task)
        {
            return false;
        }

        Task = task;
        return true;
    }

    /// <summary>What the form sends.</summary>
    public sealed class OverrideInput
    {
        public string? Klasse { get; set; }

        public string? Reden { get; set; }

        /// <summary>How many choices there were when the form was shown.</summary>
        public int Gezien { get; set; }

        /// <summary>Made when the form was shown.</summary>
        public string? Inzending { get; set; }

        public RiskClass? Class => Enum.GetValues<RiskClass>().Where(known => known.ToString() == Klasse).Select(known => (RiskClass?)known).FirstOrDefault();
    }
}
