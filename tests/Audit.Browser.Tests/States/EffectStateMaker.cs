using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Workflows.Actions.Effects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.States;

/// <summary>Makes the cases that the states of these pages need.</summary>
public sealed class EffectStateMaker(Installation installation)
{
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);
    private readonly EffectMaker effects = new(installation);

    /// <summary>The last action of the newest plan; an empty id when there is none.</summary>
    public async Task<Guid> OpenActionAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await EffectRecords.NewestPlan(db, caseId).OrderByDescending(row => row.Position).Select(row => row.Id).FirstOrDefaultAsync();
    }

    /// <summary>The first action closed, reopened by a relapse; the last one measured, short of its promise, and counted twice.</summary>
    public async Task<Guid> MeasuredAsync()
    {
        var id = await maker.MakeAsync("tracking");
        var actions = await effects.ActionsAsync(id);
        await effects.CloseAsync(id, actions[0]);
        var last = actions[^1];
        await effects.MeasurePromisedAsync(id, last);
        var question = last.Questions.First(candidate => candidate.Question.Scale.Options.Count > 1);
        var other = question.Question.Scale.Options.OrderBy(option => question.Question.Kind == Core.Instruments.QuestionKind.Exposure ? -option.Value : option.Value).First().Id;
        Assert.Null(await effects.MeasureAsync(id, last.Row.Id, new(question.Question.Id, other, EvidenceGrade.E2, EffectMaker.Today)));
        Assert.Null(await effects.CountAsync(id, last.Row.Id, new MeasuredCount(new(7, 25), EvidenceGrade.E1, EffectMaker.Today.AddDays(-30))));
        Assert.Null(await effects.CountAsync(id, last.Row.Id, new MeasuredCount(new(19, 30), EvidenceGrade.E2, EffectMaker.Today)));
        return id;
    }

    /// <summary>A second round after a first one on an older instrument.</summary>
    public async Task<Guid> RepeatedAsync()
    {
        var first = await new InstrumentMaker(installation).OnOldVersionAsync("tracking");
        await effects.CloseAsync(first, (await effects.ActionsAsync(first))[0]);
        var next = await effects.NextRoundAsync(first);
        await effects.GoToAsync(next, "changes");
        return next;
    }
}
