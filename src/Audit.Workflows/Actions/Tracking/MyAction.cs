using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>An action of which somebody is the owner, in whichever case it is.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseName">Its name.</param>
/// <param name="Item">The action, without its number in the plan.</param>
/// <param name="Standing">How it stands today.</param>
public sealed record MyAction(Guid CaseId, string CaseName, ActionItem Item, ActionStanding Standing)
{
    /// <summary>The actions of a person in the newest plans of the cases in use in which the person takes part: overdue first, then by due date.</summary>
    /// <param name="db">A context for reading.</param>
    /// <param name="person">The person and the body for which the person works.</param>
    /// <param name="nowUtc">The moment to which the standing refers.</param>
    public static async Task<IReadOnlyList<MyAction>> ReadAsync(AuditContext db, (Guid UserId, Guid BodyId) person, DateTime nowUtc)
    {
        var facts = await FactsAsync(db, person);
        var ids = facts.Select(fact => fact.Id).ToList();
        var waits = await (
            from dependency in db.ActionDependencies
            join other in db.PlannedMeasures on dependency.DependsOnId equals other.Id
            where ids.Contains(dependency.ActionId)
            select new { dependency.ActionId, other.Id, other.Title, other.MeasureId, other.Status }).ToListAsync();
        var waitsFor = waits.ToLookup(wait => wait.ActionId, wait => new ActionItem
        {
            RowKey = wait.Id,
            Number = 0,
            TaskId = string.Empty,
            TaskName = string.Empty,
            Measure = wait.Title ?? wait.MeasureId ?? string.Empty,
            Status = (ActionStatus)wait.Status,
        });
        var today = ActionRecords.DayOf(nowUtc);
        return
        [
            .. facts.Select(fact => new MyAction(fact.CaseId, fact.CaseName, fact.ToItem(), ActionStanding.Of(fact.ToItem(), ActionRecords.DayOf(fact.TouchedUtc), waitsFor[fact.Id], today)))
                .OrderByDescending(mine => mine.Standing.IsOverdue).ThenByDescending(mine => mine.Item.Status.IsOpen())
                .ThenBy(mine => mine.Item.Due ?? DateOnly.MaxValue).ThenBy(mine => mine.Item.Measure, StringComparer.CurrentCulture),
        ];
    }

    private static Task<List<Fact>> FactsAsync(AuditContext db, (Guid UserId, Guid BodyId) person) => (
        from row in db.PlannedMeasures
        join plan in db.Plans on row.PlanId equals plan.Id
        join assessment in db.Assessments on plan.AssessmentId equals assessment.Id
        join task in db.PublicTasks on new { plan.AssessmentId, row.TaskKey } equals new { task.AssessmentId, TaskKey = task.Key }
        where row.OwnerId == person.UserId && assessment.BodyId == person.BodyId && assessment.ArchivedUtc == null && assessment.WithdrawnUtc == null
            && db.Members.Any(member => member.AssessmentId == assessment.Id && member.UserId == person.UserId)
            && plan.Sequence == db.Plans.Where(other => other.AssessmentId == plan.AssessmentId).Max(other => other.Sequence)
        select new Fact
        {
            Id = row.Id,
            CaseId = assessment.Id,
            CaseName = assessment.Name,
            TaskKey = row.TaskKey,
            TaskName = task.Name,
            Title = row.Title,
            Start = row.StartDate,
            Due = row.DueDate,
            Status = row.Status,
            Progress = row.Progress,
            TouchedUtc = row.ChangedUtc ?? plan.GeneratedUtc,
        }).ToListAsync();

    /// <summary>What the list needs of a row: a plan holds long texts.</summary>
    private sealed record Fact
    {
        public required Guid Id { get; init; }

        public required Guid CaseId { get; init; }

        public required string CaseName { get; init; }

        public required string TaskKey { get; init; }

        public required string TaskName { get; init; }

        public required string? Title { get; init; }

        public required DateOnly? Start { get; init; }

        public required DateOnly? Due { get; init; }

        public required int Status { get; init; }

        public required double Progress { get; init; }

        public required DateTime TouchedUtc { get; init; }

        public ActionItem ToItem() => new()
        {
            RowKey = Id,
            Number = 0,
            TaskId = TaskKey,
            TaskName = TaskName,
            Measure = Title ?? string.Empty,
            Start = Start,
            Due = Due,
            Status = (ActionStatus)Status,
            Progress = Progress,
        };
    }
}
