using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes cases with a plan and looks at its actions in the database.</summary>
public sealed class ActionMaker(Installation installation)
{
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    public CaseMaker Maker => maker;

    /// <summary>A case whose actions are being followed.</summary>
    public Task<Guid> MakeAsync() => maker.MakeAsync("track-actions");

    /// <summary>The actions of the newest plan, in order.</summary>
    public async Task<IReadOnlyList<PlannedMeasureRow>> RowsAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await (
            from row in db.PlannedMeasures
            join plan in db.Plans on row.PlanId equals plan.Id
            where plan.AssessmentId == caseId
            orderby row.Position
            select row).ToListAsync();
    }

    /// <summary>One action.</summary>
    public async Task<PlannedMeasureRow> RowAsync(Guid caseId, int position = 0) => (await RowsAsync(caseId))[position];

    /// <summary>Changes an action behind everybody's back.</summary>
    public Task SetAsync(Guid rowId, Action<PlannedMeasureRow> change) => database.WriteAsync(async db =>
    {
        var row = await db.PlannedMeasures.SingleAsync(candidate => candidate.Id == rowId);
        change(row);
        row.Version = Guid.NewGuid();
    });

    /// <summary>Makes one of the demo users the owner.</summary>
    public async Task OwnAsync(Guid rowId, string role)
    {
        var owner = await maker.UserAsync(role);
        await SetAsync(rowId, row => row.OwnerId = owner);
    }

    /// <summary>Adds copies of the first action until the plan has so many.</summary>
    public async Task FillUpAsync(Guid caseId, int number)
    {
        var rows = await RowsAsync(caseId);
        var owner = await maker.UserAsync(Roles.Assessor);
        await database.WriteAsync(db =>
        {
            for (var position = rows.Count; position < number; position++)
            {
                db.PlannedMeasures.Add(CopyOf(rows[0], position, owner));
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>What the trail says of an action, oldest first.</summary>
    public async Task<IReadOnlyList<TrailRow>> TrailAsync(Guid rowId)
    {
        await using var db = database.Read();
        var prefix = $"{rowId:D}/";
        return await db.Trail.Where(row => row.Subject.StartsWith(prefix)).OrderBy(row => row.Id).ToListAsync();
    }

    public async Task<IReadOnlyList<ActionNoteRow>> NotesAsync(Guid rowId)
    {
        await using var db = database.Read();
        return await db.ActionNotes.Where(row => row.ActionId == rowId).OrderBy(row => row.AtUtc).ToListAsync();
    }

    public async Task<int> DependenciesAsync(Guid rowId)
    {
        await using var db = database.Read();
        return await db.ActionDependencies.CountAsync(row => row.ActionId == rowId);
    }

    private static PlannedMeasureRow CopyOf(PlannedMeasureRow row, int position, Guid owner) => new()
    {
        Id = Guid.CreateVersion7(),
        PlanId = row.PlanId,
        TaskKey = row.TaskKey,
        Position = position,
        Because = string.Empty,
        Title = $"Proefactie {position}",
        Component = row.Component,
        Risk = row.Risk,
        Why = row.Why,
        Goal = row.Goal,
        Accountable = row.Accountable,
        Responsible = row.Responsible,
        Department = position % 2 == 0 ? "Toezicht" : "Beleid",
        Priority = position % 3,
        Status = position % 4,
        OwnerId = position % 5 == 0 ? owner : null,
        StartDate = row.StartDate,
        DueDate = row.StartDate?.AddDays(position % 200),
        Version = Guid.NewGuid(),
    };
}
