using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Pages.Reviews;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Actions;

/// <summary>The manager sees how the actions go, and finishes following them or escalates.</summary>
public sealed class TrackModel(CaseAccess access, ContentStore contents, StepDesk desk) : StepPageModel(access, contents, desk)
{
    public IReadOnlyList<TaskPlanView> Tasks { get; private set; } = [];

    public DateOnly Today => DutchText.Day(Access.User.NowUtc);

    protected override string Activity => ActivityNames.TrackActions;

    private bool IsRound => Step.DefinitionId == Processes.FollowUp;

    protected override DecisionForm NewForm() => new(
        Tr($"Hoe gaat u verder?"),
        [
            new("klaar", Outcomes.Done, IsRound ? Tr($"Ronde afronden") : Tr($"Volgen afronden"), IsRound
                ? Tr($"De acties zijn gedaan of lopen goed. Zolang er acties open zijn, begint over een maand een nieuwe ronde.")
                : Tr($"De acties zijn gedaan of lopen goed. Over een jaar volgt een bericht om de doorlichting te herhalen."))
            {
                Done = IsRound ? Tr($"De ronde is afgerond.") : Tr($"Het volgen van de acties is afgerond."),
            },
            new("opschalen", Outcomes.Escalated, Tr($"Opschalen"), Tr($"Acties lopen vast. De {RoleTexts.NameOf(Step.EscalateTo ?? Roles.Sponsor).ToLower(System.Globalization.CultureInfo.CurrentCulture)} bespreekt met u wat er nodig is."))
            {
                NeedsMotivation = true,
                Done = Tr($"U hebt opgeschaald."),
            },
        ],
        Tr($"Vastleggen"));

    protected override async Task<string?> WriteAsync(AuditContext db, MadeDecision decision)
    {
        // A definition may go round as long as actions are open.
        var planId = Report.Plan?.Id;
        var areOpen = await db.PlannedMeasures.AnyAsync(row =>
            row.PlanId == planId && row.Status != (int)ActionStatus.Closed && row.Status != (int)ActionStatus.Dropped);
        await StateFacts.SetAsync(db, (decision.Step.InstanceId, string.Empty), "actions-open", areOpen ? "true" : "false");
        if (decision.Motivation is { } note)
        {
            db.StepNotes.Add(new StepNoteRow
            {
                Id = Guid.CreateVersion7(),
                AssessmentId = decision.View.Id,
                StepKey = decision.Step.StepKey,
                TaskKey = decision.Step.TaskKey,
                Text = note,
                UserId = decision.Actor.UserId!.Value,
                SavedUtc = decision.Actor.NowUtc,
            });
        }

        decision.Record(db, decision.Outcome == Outcomes.Escalated ? "actions.escalated" : "actions.tracked");
        return null;
    }

    protected override Task<bool> LoadMoreAsync(AuditContext db)
    {
        Tasks = PlanView.Of(Report, Access.User.NowUtc);
        return Task.FromResult(true);
    }
}
