using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Administration;
using Audit.Workflows.Cases;
using Audit.Workflows.Definitions;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration;

/// <summary>Steps of the body that could not go on, and another try for those that no person can repeat.</summary>
public sealed class IncidentsModel(AdminAccess access, WorkflowRunner runner) : PageModel
{
    public IReadOnlyList<IncidentLine> Incidents { get; private set; } = [];

    public async Task OnGetAsync() => Incidents = await access.ReadAsync(IncidentsAsync);

    /// <param name="stap">The step that is tried again.</param>
    public async Task<IActionResult> OnPostAsync(Guid stap)
    {
        var found = await access.ReadAsync(db => RunningProcesses.StepsOf(db, access.User.BodyId).SingleOrDefaultAsync(step => step.StepId == stap));
        if (found?.Status is not StepStatus.Failed)
        {
            return GoBack(Tr($"Deze stap staat niet meer stil."));
        }

        var result = await runner.RetryAsync(stap, access.User.NowUtc, db => RecordAsync(db, found));
        if (result.IsTaken)
        {
            return GoBack(Tr($"Het is gelukt: ‘{found.CaseName}’ gaat verder."));
        }

        ModelState.AddModelError(string.Empty, Tr($"‘{found.CaseName}’ kon weer niet verder. {result.Reason}"));
        await OnGetAsync();
        return Page();
    }

    /// <summary>Rights as they are in the transaction that writes, and who tried again.</summary>
    private async Task<string?> RecordAsync(AuditContext db, RunningStep step)
    {
        if (!await access.IsAdminAsync(db))
        {
            return Tr($"U bent geen beheerder meer.");
        }

        var assessmentId = await db.WorkflowInstances.Where(row => row.Id == step.InstanceId).Select(row => row.AssessmentId).SingleAsync();
        new CaseTrail(access.User.BodyId, assessmentId).Add(db, access.User.Actor, "step.retried", step.Path, reason: SentenceJson.From(step.Incident!).ToString());
        return null;
    }

    private RedirectResult GoBack(string message)
    {
        this.Tell(message);
        return Redirect(AdminLinks.Incidents);
    }

    private async Task<IReadOnlyList<IncidentLine>> IncidentsAsync(AuditContext db)
    {
        var steps = await RunningProcesses.StepsOf(db, access.User.BodyId)
            .Where(step => step.Incident != null)
            .OrderBy(step => step.OpenedUtc)
            .ThenBy(step => step.StepId)
            .ToListAsync();
        var definitions = new Dictionary<(string, int), WorkflowDefinition>();
        foreach (var version in steps.Select(step => (step.DefinitionId, step.Version)).Distinct())
        {
            definitions[version] = (await DefinitionVersions.FindAsync(db, version.DefinitionId, version.Version))!.Definition;
        }

        return [.. steps.Select(step => LineOf(step, definitions[(step.DefinitionId, step.Version)]))];
    }

    private static IncidentLine LineOf(RunningStep step, WorkflowDefinition definition) =>
        new(step, AdminWords.StepName(definition, step.Path), Tr($"{definition.Name.Shown()}, versie {definition.Version}"));

    /// <summary>A step that could not go on.</summary>
    public sealed record IncidentLine(RunningStep Step, string StepName, string Definition)
    {
        /// <summary>Whether only the administrator can set it going; a step of a person is sent in again by that person.</summary>
        public bool MayRetry => Step.Status is StepStatus.Failed;
    }
}
