using Audit.Core.Actions;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Reminders;

/// <summary>The case to which something belongs.</summary>
public sealed record NamedCase(Guid Id, Guid BodyId, string Name);

/// <summary>An action of an adopted plan, with those who are reminded of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Id">The action.</param>
/// <param name="Number">Its number in the plan, from 1, as the plan shows it.</param>
/// <param name="Facts">What decides about reminders.</param>
public sealed record FollowedAction(NamedCase Case, Guid Id, int Number, ReminderFacts Facts)
{
    /// <summary>What is done; null in plans of before this was kept.</summary>
    public string? Title { get; init; }

    /// <summary>When it was last changed, or else when the plan was made.</summary>
    public DateTime ChangedUtc { get; init; }

    /// <summary>The owner; the managers of the case when there is none, or when the owner left the case.</summary>
    public IReadOnlyList<Recipient> Owners { get; init; } = [];

    /// <summary>Whether a person is reminded of it.</summary>
    public bool IsOf(Guid userId) => Owners.Any(owner => owner.UserId == userId);
}

/// <summary>Reads the actions of which people are reminded: those of the newest plan of cases that were adopted.</summary>
public static class FollowedActions
{
    /// <summary>The actions of cases, per case in the order of the plan.</summary>
    /// <param name="db">A context.</param>
    /// <param name="cases">The cases; those that were not adopted have none.</param>
    public static async Task<IReadOnlyList<FollowedAction>> OfAsync(AuditContext db, IQueryable<AssessmentRow> cases)
    {
        var lines = await Lines(db, cases).ToListAsync();
        var waiting = (await WaitingAsync(db, cases)).ToLookup(pair => pair.ActionId, pair => pair.Other);
        var members = await MemberBook.OfAsync(db, cases.Where(row => row.AdoptedUtc != null));
        return
        [
            .. lines.GroupBy(line => line.Case.Id).SelectMany(ofCase => ofCase.Select((line, index) => line.ToAction(index + 1) with
            {
                Facts = line.Facts with { OthersAreFinished = waiting[line.Id].Any() && !waiting[line.Id].Any(status => status.IsOpen()) },
                Owners = OwnersOf(line, members),
            })),
        ];
    }

    /// <summary>The cases of a person in the person's own body.</summary>
    public static IQueryable<AssessmentRow> CasesOf(AuditContext db, (Guid Id, Guid BodyId) user) => db.Assessments.Where(row =>
        row.BodyId == user.BodyId && db.Members.Any(member => member.AssessmentId == row.Id && member.UserId == user.Id));

    private static IReadOnlyList<Recipient> OwnersOf(Line line, MemberBook members)
    {
        var owner = line.OwnerId is { } id ? members.Find(line.Case.Id, id)
            : line.OwnerEmail is { Length: > 0 } address ? members.Find(line.Case.Id, address) ?? new(line.Case.BodyId, null, address.Trim(), string.Empty)
            : null;
        return owner is null ? [.. members.With(line.Case.Id, Roles.Manager)] : [owner];
    }

    private static IQueryable<Line> Lines(AuditContext db, IQueryable<AssessmentRow> cases) =>
        from row in cases
        join plan in Newest(db) on row.Id equals plan.AssessmentId
        join action in db.PlannedMeasures on plan.Id equals action.PlanId
        join task in db.PublicTasks on new { plan.AssessmentId, Key = action.TaskKey } equals new { task.AssessmentId, task.Key }
        where row.AdoptedUtc != null && row.WithdrawnUtc == null && row.ArchivedUtc == null && task.DroppedUtc == null
        orderby row.Name, row.Id, task.Position, action.Position
        select new Line
        {
            Case = new NamedCase(row.Id, row.BodyId, row.Name),
            Id = action.Id,
            Title = action.Title,
            Status = action.Status,
            Start = action.StartDate,
            Due = action.DueDate,
            OwnerId = action.OwnerId,
            OwnerEmail = action.OwnerEmail,
            ChangedUtc = action.ChangedUtc ?? plan.GeneratedUtc,
        };

    private static IQueryable<PlanRow> Newest(AuditContext db) =>
        db.Plans.Where(plan => !db.Plans.Any(later => later.AssessmentId == plan.AssessmentId && later.Sequence > plan.Sequence));

    private static async Task<IEnumerable<(Guid ActionId, ActionStatus Other)>> WaitingAsync(AuditContext db, IQueryable<AssessmentRow> cases)
    {
        var pairs = await (
            from row in cases
            join plan in Newest(db) on row.Id equals plan.AssessmentId
            join action in db.PlannedMeasures on plan.Id equals action.PlanId
            join pair in db.ActionDependencies on action.Id equals pair.ActionId
            join other in db.PlannedMeasures on pair.DependsOnId equals other.Id
            where row.AdoptedUtc != null
            select new { pair.ActionId, other.Status }).ToListAsync();
        return pairs.Select(pair => (pair.ActionId, (ActionStatus)pair.Status));
    }

    /// <summary>What is read of an action; its long texts are not.</summary>
    private sealed class Line
    {
        public required NamedCase Case { get; init; }

        public Guid Id { get; init; }

        public string? Title { get; init; }

        public int Status { get; init; }

        public DateOnly? Start { get; init; }

        public DateOnly? Due { get; init; }

        public Guid? OwnerId { get; init; }

        public string? OwnerEmail { get; init; }

        public DateTime ChangedUtc { get; init; }

        public ReminderFacts Facts => new((ActionStatus)Status, Start, Due) { LastChanged = DutchTime.DayOf(ChangedUtc) };

        public FollowedAction ToAction(int number) => new(Case, Id, number, Facts) { Title = Title, ChangedUtc = ChangedUtc };
    }
}
