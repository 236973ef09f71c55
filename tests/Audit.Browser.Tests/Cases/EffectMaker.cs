using Audit.Browser.Tests.Site;
using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Actions.Effects;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Measures and closes actions without pages, and begins next rounds.</summary>
public sealed class EffectMaker(Installation installation)
{
    public const string TaskKey = "controle-uitwonendenbeurs";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly ContentStore contents = installation.Site.Services.GetRequiredService<ContentStore>();
    private readonly CaseSequel sequel = new(
        new(installation.Site.Services.GetRequiredService<WorkflowRunner>().OverAllBodies()), installation.Site.Services.GetRequiredService<ContentStore>());
    private readonly CaseMaker maker = new(installation);

    public static DateOnly Today => Audit.Web.Charts.DutchText.Day(DateTime.UtcNow);

    public static string TodayText => Today.ToString("d-M-yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Effects as the library weighs them.</summary>
    public async Task<CaseEffects> EffectsAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await CaseEffects.LoadAsync(db, (await Case.FindAsync(db, contents, caseId))!, DateTime.UtcNow);
    }

    /// <summary>The actions of the example task, in the order of the plan.</summary>
    public async Task<IReadOnlyList<ActionEffect>> ActionsAsync(Guid caseId) => (await EffectsAsync(caseId)).Tasks[0].Actions;

    public async Task<ActionEffect> ActionAsync(Guid caseId, Guid actionId) => (await EffectsAsync(caseId)).Find(actionId)!.Value.Action;

    /// <summary>Measures one question.</summary>
    public Task<string?> MeasureAsync(Guid caseId, Guid actionId, MeasuredAnswer answer, string role = Roles.Assessor) => RecordAsync(caseId, actionId, answer, role);

    /// <summary>Measures every question of an action as the plan promised it.</summary>
    public async Task MeasurePromisedAsync(Guid caseId, ActionEffect action)
    {
        foreach (var question in action.Questions)
        {
            var grade = (EvidenceGrade)Math.Max((int)EvidenceGrade.E2, (int)(question.Promised!.Evidence ?? EvidenceGrade.E0));
            Assert.Null(await MeasureAsync(caseId, action.Row.Id, new(question.Question.Id, question.Promised.To, grade, Today)));
        }
    }

    /// <summary>Measures an action as promised and closes it.</summary>
    public async Task CloseAsync(Guid caseId, ActionEffect action)
    {
        await MeasurePromisedAsync(caseId, action);
        var newest = (await EffectsAsync(caseId)).NewestId;
        var by = await ByAsync(Roles.Auditor);
        Assert.Null(await WriteAsync(caseId, (db, current) => ActionClosing.CloseAsync(db, current, new(Guid.CreateVersion7(), action.Row.Id, "Nagekeken in dossiers.", newest, false), by)));
    }

    /// <summary>Gives an action an owner.</summary>
    public Task OwnAsync(Guid actionId, Guid ownerId) => database.WriteAsync(async db =>
    {
        var row = await db.PlannedMeasures.AsTracking().SingleAsync(action => action.Id == actionId);
        (row.OwnerId, row.Version) = (ownerId, Guid.NewGuid());
    });

    /// <summary>Records a count of the indicator.</summary>
    public Task<string?> CountAsync(Guid caseId, Guid actionId, MeasuredCount count) => RecordAsync(caseId, actionId, count, Roles.Assessor);

    /// <summary>Begins the next round.</summary>
    /// <param name="previousId">The round before.</param>
    /// <param name="content">Other content than that of the example.</param>
    public async Task<Guid> NextRoundAsync(Guid previousId, CaseContent? content = null)
    {
        Case previous;
        List<CaseMember> members;
        await using (var db = database.Read())
        {
            previous = (await Case.FindAsync(db, contents, previousId))!;
            members = await db.Members.Where(member => member.AssessmentId == previousId).Select(member => new CaseMember(member.UserId, member.Role)).ToListAsync();
        }

        var input = new NewCase(previous.Row.BodyId, $"Hertoets van {previous.Row.Name}", content ?? ChangedInstrument.Content) { DefinitionId = Processes.Repeat, Members = members };
        Assert.Null(await sequel.StartAsync(previous, input, (await ByAsync(Roles.Coach)).Actor, _ => Task.FromResult<string?>(null)));
        await database.WriteAsync(async db => (await db.Assessments.AsTracking().SingleAsync(row => row.Id == input.Id)).SharedUtc = DateTime.UtcNow);
        return input.Id;
    }

    /// <summary>Takes a case to its step with this key.</summary>
    public async Task GoToAsync(Guid caseId, string stepKey)
    {
        while (await maker.FirstStepAsync(caseId) is { } step && step.StepKey != stepKey)
        {
            await maker.GoOnAsync(caseId);
        }
    }

    /// <summary>Answers one question as the team does.</summary>
    public async Task AnswerAsync(Guid caseId, string question, Answer answer)
    {
        var by = await ByAsync(Roles.Assessor);
        await WriteAsync(caseId, async (db, current) =>
        {
            var seen = await db.Answers.Where(row => row.AssessmentId == caseId && row.TaskKey == TaskKey && row.QuestionId == question).Select(row => (Guid?)row.Version).SingleOrDefaultAsync();
            Assert.True((await AnswerRecorder.SaveAsync(db, current, [new(TaskKey, question, answer, seen)], by.Actor)).IsComplete);
            return null;
        });
    }

    private async Task<string?> RecordAsync(Guid caseId, Guid actionId, EffectMeasurement measured, string role)
    {
        var by = await ByAsync(role);
        var entry = new MeasurementEntry(Guid.CreateVersion7(), actionId, measured, "Steekproef van dertig dossiers.", "Dossier 2026-14");
        return await WriteAsync(caseId, async (db, current) => (await EffectRecorder.MeasureAsync(db, current, entry, by)).Refusal);
    }

    private Task<string?> WriteAsync(Guid caseId, Func<AuditContext, Case, Task<string?>> change) =>
        database.WriteAsync(async db => await change(db, (await Case.FindAsync(db, contents, caseId))!));

    private async Task<EffectActor> ByAsync(string role) => new(new(await maker.UserAsync(role), $"Proef {role}", DateTime.UtcNow), [role]);
}
