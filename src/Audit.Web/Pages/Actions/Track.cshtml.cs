using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Pages.Reviews;
using Audit.Workflows.Activities;

namespace Audit.Web.Pages.Actions;

/// <summary>The manager sees how the actions go, and finishes following them or escalates.</summary>
public sealed class TrackModel(CaseAccess access, ContentStore contents, StepDesk desk) : StepPageModel(access, contents, desk)
{
    public IReadOnlyList<TaskPlanView> Tasks { get; private set; } = [];

    public DateOnly Today => DutchText.Day(Access.User.NowUtc);

    protected override string Activity => ActivityNames.TrackActions;

    protected override DecisionForm NewForm() => new(
        "Hoe gaat u verder?",
        [
            new("klaar", Outcomes.Done, "Volgen afronden", "De acties zijn gedaan of lopen goed. Over een jaar volgt een bericht om de doorlichting te herhalen.")
            {
                Done = "Het volgen van de acties is afgerond.",
            },
            new("opschalen", Outcomes.Escalated, "Opschalen", "Acties lopen vast. De opdrachtgever bespreekt met u wat er nodig is.")
            {
                NeedsMotivation = true,
                Done = "U hebt opgeschaald naar de opdrachtgever.",
            },
        ],
        "Vastleggen");

    protected override Task<string?> WriteAsync(AuditContext db, MadeDecision decision)
    {
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
        return Task.FromResult<string?>(null);
    }

    protected override Task<bool> LoadMoreAsync(AuditContext db)
    {
        Tasks = PlanView.Of(Report, Access.User.NowUtc);
        return Task.FromResult(true);
    }
}
