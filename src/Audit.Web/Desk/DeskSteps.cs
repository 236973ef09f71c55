using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Desk;

/// <summary>An open step that waits for the person.</summary>
/// <param name="Name">Name of the step.</param>
/// <param name="Task">Name of the task; null outside one.</param>
/// <param name="CaseName">The case.</param>
/// <param name="Href">Page on which it is done.</param>
public sealed record DeskStep(string Name, string? Task, string CaseName, string Href)
{
    public required Guid CaseId { get; init; }

    public DateTime? DueUtc { get; init; }

    public bool IsOverdue { get; init; }
}

/// <summary>Reads the open steps of a person over many cases, without reading the cases.</summary>
/// <param name="db">A context.</param>
/// <param name="contents">For the names of steps.</param>
/// <param name="user">The person.</param>
public sealed class DeskSteps(AuditContext db, ContentStore contents, CurrentUser user)
{
    /// <summary>The first steps over all cases in use, and how many there are and are late.</summary>
    public async Task<(DeskPart<DeskStep> Steps, int Overdue)> FirstAsync()
    {
        var lines = await LinesAsync(MyCases.InUse(db, user));
        var first = await StepsOfAsync(lines.Take(DeskSize.Most));
        return (new(first, lines.Count), lines.Count(line => line.Step.DueUtc < user.NowUtc));
    }

    /// <summary>All steps in some cases: first what is due first.</summary>
    public async Task<IReadOnlyList<DeskStep>> OfAsync(IReadOnlyList<Guid> caseIds) =>
        await StepsOfAsync(await LinesAsync(MyCases.InUse(db, user).Where(row => caseIds.Contains(row.Id))));

    private async Task<List<Line>> LinesAsync(IQueryable<AssessmentRow> cases)
    {
        var lines = await Lines(db, user.Id, cases).ToListAsync();
        var roles = await RolesAsync(lines);
        return [.. lines.Where(line => MayAct(line, roles[line.CaseId]))];
    }

    private async Task<List<DeskStep>> StepsOfAsync(IEnumerable<Line> lines)
    {
        var steps = new List<DeskStep>();
        foreach (var line in lines)
        {
            steps.Add(StepOf(line, (await contents.InstrumentAsync(db, line.InstrumentId)).Value));
        }

        return steps;
    }

    private static IQueryable<Line> Lines(AuditContext db, Guid userId, IQueryable<AssessmentRow> cases) =>
        from step in db.WorkflowSteps
        join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
        join row in cases on instance.AssessmentId equals row.Id
        where step.Status == StepStatus.Open && step.Role != string.Empty
            && !db.Suspicions.Any(suspicion => suspicion.InstanceId == instance.Id)
            && (db.Members.Any(member => member.AssessmentId == row.Id && member.UserId == userId && member.Role == step.Role)
                || (step.EscalatedUtc != null && db.Messages.Any(message => message.StepId == step.Id && message.Kind == MessageKind.Escalation
                    && db.Members.Any(member => member.AssessmentId == row.Id && member.UserId == userId && member.Role == message.Role))))
        orderby step.DueUtc == null, step.DueUtc, step.OpenedUtc, step.Id
        select new Line
        {
            CaseId = row.Id,
            CaseName = row.Name,
            InstrumentId = row.InstrumentId,
            Step = step,
            Task = db.PublicTasks.Where(task => task.AssessmentId == row.Id && task.Key == step.TaskKey).Select(task => task.Name).FirstOrDefault(),
        };

    private async Task<ILookup<Guid, string>> RolesAsync(List<Line> lines)
    {
        var userId = user.Id;
        var rows = lines.Count == 0 ? [] : await db.Members.Where(member => member.UserId == userId).ToListAsync();
        return rows.ToLookup(row => row.AssessmentId, row => row.Role);
    }

    /// <summary>The rule of independence, which the query cannot say; an escalated step has been offered to another role.</summary>
    private static bool MayAct(Line line, IEnumerable<string> roles)
    {
        var mine = roles.ToList();
        return Independence.MayAct(line.Step.Role, mine)
            || (line.Step.EscalatedUtc is not null && mine.Exists(role => role != line.Step.Role && Independence.MayTakeOver(line.Step.Role, role, mine)));
    }

    private DeskStep StepOf(Line line, Instrument instrument)
    {
        var step = line.Step;
        var href = StepLinks.Of(instrument, new(line.CaseId, step.Id, step.Activity, step.StepKey, step.TaskKey));
        return new(StepTexts.NameOf(step.Activity, step.StepKey, instrument), line.Task, line.CaseName, href)
        {
            CaseId = line.CaseId,
            DueUtc = step.DueUtc,
            IsOverdue = step.DueUtc < user.NowUtc,
        };
    }

    private sealed class Line
    {
        public Guid CaseId { get; init; }

        public required string CaseName { get; init; }

        public Guid InstrumentId { get; init; }

        public required WorkflowStepRow Step { get; init; }

        public string? Task { get; init; }
    }
}
