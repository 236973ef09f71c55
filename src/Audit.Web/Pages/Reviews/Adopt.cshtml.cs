using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Pages.Results;
using Audit.Web.Pages.Risks;
using Audit.Web.Questionnaires;
using Audit.Workflows.Activities;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Reviews;

/// <summary>The sponsor looks at results and plan together and adopts them, or sends them back.</summary>
public sealed class AdoptModel(CaseAccess access, ContentStore contents, StepDesk desk, ContentShelf shelf) : StepPageModel(access, contents, desk)
{
    /// <summary>Every decision in this case, newest first.</summary>
    public IReadOnlyList<EarlierDecision> Decisions { get; private set; } = [];

    public RegisterSummary Risks { get; private set; } = null!;

    public IReadOnlyList<TaskView> Tasks => TaskView.AllOf(Report);

    /// <summary>What auditors signed, beside what stands now.</summary>
    public SignOffs SignOffs { get; private set; } = null!;

    /// <summary>Items of the review on which the team has not responded.</summary>
    public int OpenItems { get; private set; }

    protected override string Activity => ActivityNames.Approval;

    /// <summary>The newest review of a task; null when there is none.</summary>
    public EarlierDecision? ReviewOf(string taskKey) => Decisions.FirstOrDefault(decision => decision.TaskKey == taskKey);

    protected override DecisionForm NewForm() => new(
        Tr($"Wat is uw besluit over resultaat en actieplan?"),
        [
            new("akkoord", Outcomes.Approved, Tr($"Vaststellen"), Tr($"Het resultaat en het actieplan gelden. De manager gaat met de acties aan de slag."))
            {
                Done = Tr($"Het resultaat en het actieplan zijn vastgesteld."),
            },
            new("terug", Outcomes.SendBack, Tr($"Terug naar de begeleider"), Tr($"Het team bespreekt de maatregelen opnieuw. Daarna komt er een nieuw actieplan."))
            {
                NeedsMotivation = true,
                Done = Tr($"Het actieplan is teruggestuurd."),
            },
        ],
        Tr($"Besluit vastleggen"));

    protected override async Task<string?> WriteAsync(AuditContext db, MadeDecision decision)
    {
        await decision.WriteAsync(db);
        return null;
    }

    protected override async Task<bool> LoadMoreAsync(AuditContext db)
    {
        var id = Report.Case.Row.Id;
        Decisions = await EarlierDecision.AllAsync(db, id);
        SignOffs = await SignOffs.ReadAsync(db, Report);
        OpenItems = await db.ReviewItems.CountAsync(item => item.AssessmentId == id && item.Status == ReviewItemStatus.Open);
        Risks = await RegisterSummary.OfAsync(db, Report.Case, shelf.RiskScale, Access.User.NowUtc);
        return true;
    }
}
