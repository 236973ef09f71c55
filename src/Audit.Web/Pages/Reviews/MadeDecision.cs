using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;

namespace Audit.Web.Pages.Reviews;

/// <summary>A decision on an open step, about to be written.</summary>
/// <param name="View">The case inside the transaction.</param>
/// <param name="Step">The step.</param>
/// <param name="Actor">Who decides, and when.</param>
/// <param name="Outcome">Outcome of the step.</param>
/// <param name="Motivation">Why; null when not given.</param>
public sealed record MadeDecision(CaseView View, OpenStep Step, Actor Actor, string Outcome, string? Motivation)
{
    /// <summary>Writes the decision and its trail down; the last agreement on an adoption adopts the case.</summary>
    public Task WriteAsync(AuditContext db) => new CaseDecision(View.Case.Row, Step, Actor, Outcome, Motivation).WriteAsync(db);

    /// <summary>Leaves a record in the trail.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="happened">Stable word for what happened.</param>
    public void Record(AuditContext db, string happened) => db.Trail.Add(new TrailRow
    {
        BodyId = View.Case.Row.BodyId,
        AssessmentId = View.Id,
        UserId = Actor.UserId,
        AtUtc = Actor.NowUtc,
        Event = happened,
        Subject = Step.TaskKey.Length > 0 ? Step.TaskKey : Step.StepKey,
        After = Outcome,
        Reason = Motivation,
    });
}
