using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Definitions;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes what the pages of administrators show: older versions, drafts and incidents.</summary>
public sealed class AdminMaker(Installation installation)
{
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    /// <summary>A case at its first session, on a first version of the full process that gave less time for it.</summary>
    public async Task<Guid> OnFirstVersionAsync(string stepKey = "session-1")
    {
        var caseId = await maker.MakeAsync(stepKey);
        await database.WriteAsync(db => SetBackAsync(db, caseId));
        return caseId;
    }

    /// <summary>Sets the main process of a case back to the first version.</summary>
    public static async Task SetBackAsync(AuditContext db, Guid caseId)
    {
        var first = await db.WorkflowDefinitions.SingleOrDefaultAsync(row => row.DefinitionId == Processes.Full && row.DefinitionVersion == 1);
        if (first is null)
        {
            var json = new ChangedDefinition(1).With("session-1", "dueDays", 7).With("session-4", "escalateTo", "manager").Json;
            first = RowOf(json);
            db.WorkflowDefinitions.Add(first);
        }

        (await db.WorkflowInstances.SingleAsync(row => row.AssessmentId == caseId)).WorkflowDefinitionId = first.Id;
    }

    /// <summary>The next free version of the full process.</summary>
    public async Task<int> NextVersionAsync()
    {
        await using var db = database.Read();
        return await db.WorkflowDefinitions.Where(row => row.DefinitionId == Processes.Full).MaxAsync(row => row.DefinitionVersion) + 1;
    }

    /// <summary>The version on which the main process of a case runs.</summary>
    public async Task<int> VersionAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await (
            from instance in db.WorkflowInstances
            join definition in db.WorkflowDefinitions on instance.WorkflowDefinitionId equals definition.Id
            where instance.AssessmentId == caseId && definition.DefinitionId == Processes.Full
            select definition.DefinitionVersion).SingleAsync();
    }

    /// <summary>A draft of a new version in which two people review.</summary>
    public async Task<Guid> DraftAsync()
    {
        var json = new ChangedDefinition(ChangedDefinition.Shipped + 1).With("review", "reviewers", 2).Json;
        return await database.WriteAsync(async db =>
        {
            var admin = await db.Users.SingleAsync(user => user.Email == DemoUsers.AddressOf("beheerder"));
            var draft = new WorkflowDraftRow
            {
                Id = Guid.CreateVersion7(),
                BodyId = admin.BodyId,
                FileName = "doorlichting-volgende.json",
                Json = json,
                UploadedById = admin.Id,
                UploadedUtc = DateTime.UtcNow,
            };
            db.WorkflowDrafts.Add(draft);
            return draft.Id;
        });
    }

    /// <summary>A case whose waiting failed to end, and one whose session failed.</summary>
    /// <returns>The step of the first.</returns>
    public async Task<Guid> IncidentsAsync()
    {
        await FailAsync(await maker.MakeAsync("session-2"), "De activiteit 'plan' (Audit.GenerateActionPlan) is mislukt: de maatregelencatalogus ontbreekt.");
        return await FailAsync(await maker.MakeAsync("year"), "De activiteit 'repeat' (Audit.Notify) is mislukt: de postserver antwoordt niet.");
    }

    /// <summary>Makes the open step of a case one that could not go on.</summary>
    public Task<Guid> FailAsync(Guid caseId, string incident) => database.WriteAsync(async db =>
    {
        var instance = await db.WorkflowInstances.SingleAsync(row => row.AssessmentId == caseId);
        var step = await db.WorkflowSteps.SingleAsync(row => row.InstanceId == instance.Id && row.Status == StepStatus.Open);
        step.Status = step.Role.Length == 0 ? StepStatus.Failed : StepStatus.Open;
        step.Incident = instance.Incident = incident;
        return step.Id;
    });

    private static WorkflowDefinitionRow RowOf(string json)
    {
        var (definition, problems) = DefinitionFile.Parse(json, "eerste versie");
        Assert.Empty(problems);
        return new()
        {
            Id = Guid.CreateVersion7(),
            DefinitionId = definition!.DefinitionId,
            DefinitionVersion = definition.Version,
            Sha256 = definition.Content.Sha256,
            Json = definition.Content.Json,
            PublishedUtc = DateTime.UtcNow,
        };
    }
}
