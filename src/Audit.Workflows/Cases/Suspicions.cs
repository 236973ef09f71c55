using Audit.Data.Database;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>A suspicion of discrimination as somebody reports it.</summary>
/// <param name="Text">What was noticed.</param>
/// <param name="TaskKey">Key of the task it is about, or empty.</param>
/// <param name="RecipientId">Who receives it instead of the sponsors, because a sponsor is concerned; null = the sponsors.</param>
public sealed record SuspicionReport(string Text, string TaskKey, Guid? RecipientId);

/// <summary>Reports and handles suspicions; each has its own process beside the main one.</summary>
/// <remarks>Source of the five steps: outline of the discriminatieprotocol of BZK (October 2024).</remarks>
public sealed class Suspicions(IWorkflowEngine engine)
{
    private const int LongestText = 4000;

    /// <summary>Records the suspicion and begins its process.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="place">The case, and the id that the suspicion gets.</param>
    /// <param name="report">What is reported.</param>
    /// <param name="actor">Who reports it.</param>
    /// <returns>Its id, or the reason in Dutch why it was refused. The caller must roll back after a refusal.</returns>
    public async Task<(Guid? Id, string? Refusal)> ReportAsync(AuditContext db, (AssessmentRow Case, Guid Id) place, SuspicionReport report, Actor actor)
    {
        var row = place.Case;
        if (await RefusalOfAsync(db, row, report, actor) is { } refusal)
        {
            return (null, refusal);
        }

        var request = new StartRequest(Processes.Suspicion, row.Id, actor.UserId);
        var suspicion = new SuspicionRow
        {
            Id = place.Id,
            AssessmentId = row.Id,
            InstanceId = request.InstanceId,
            ReporterId = actor.UserId!.Value,
            RecipientId = report.RecipientId,
            TaskKey = report.TaskKey,
            Text = report.Text,
            ReportedUtc = actor.NowUtc,
        };
        db.Suspicions.Add(suspicion);
        new CaseTrail(row.BodyId, row.Id, suspicion.Id).Add(db, actor, "suspicion.reported", "suspicion", report.Text);
        await engine.StartAsync(db, request, actor.NowUtc);
        return (suspicion.Id, null);
    }

    /// <summary>Writes down what was done in a step; earlier entries stay.</summary>
    public static void Write(AuditContext db, CaseTrail trail, SuspicionEntryRow entry, Actor actor)
    {
        db.SuspicionEntries.Add(entry);
        trail.Add(db, actor, "suspicion.noted", entry.StepKey, entry.Text, entry.Decision);
    }

    /// <summary>Ends the handling before its last step, with a reason.</summary>
    /// <returns>Why that cannot be, in Dutch; null when it was done.</returns>
    public async Task<string?> CloseAsync(AuditContext db, SuspicionRow suspicion, CaseTrail trail, string reason, Actor actor)
    {
        if (reason.Length == 0)
        {
            return Tr($"Schrijf op waarom het vermoeden geen vervolg krijgt.");
        }

        if (!await engine.CancelAsync(db, suspicion.InstanceId, actor.NowUtc))
        {
            return Tr($"Dit vermoeden is al afgehandeld.");
        }

        trail.Add(db, actor, "suspicion.closed", "suspicion", reason: reason);
        Write(db, trail, new()
        {
            Id = Guid.CreateVersion7(),
            SuspicionId = suspicion.Id,
            StepKey = "closed",
            Text = reason,
            UserId = actor.UserId!.Value,
            SavedUtc = actor.NowUtc,
        }, actor);
        return null;
    }

    private static async Task<string?> RefusalOfAsync(AuditContext db, AssessmentRow row, SuspicionReport report, Actor actor)
    {
        if (report.Text.Length is 0 or > LongestText)
        {
            return report.Text.Length == 0 ? Tr($"Beschrijf wat u hebt gezien.") : Tr($"Maak de beschrijving korter: hooguit {LongestText} tekens.");
        }

        if (report.TaskKey.Length > 0 && !await db.PublicTasks.AnyAsync(task => task.AssessmentId == row.Id && task.Key == report.TaskKey))
        {
            return Tr($"Kies een taak van deze doorlichting.");
        }

        return report.RecipientId is not { } recipient ? null
            : recipient == actor.UserId ? Tr($"Kies een ander dan uzelf als ontvanger.")
            : await db.Members.AnyAsync(member => member.AssessmentId == row.Id && member.UserId == recipient && Policies.CloseSuspicion.Roles.Contains(member.Role))
                ? Tr($"Kies als tweede ontvanger iemand die geen opdrachtgever van deze doorlichting is.")
            : !await db.Users.AnyAsync(user => user.Id == recipient && user.BodyId == row.BodyId) ? Tr($"Kies een ontvanger van uw eigen organisatie.")
            : null;
    }
}

/// <summary>Who may see a suspicion and who may do its steps.</summary>
/// <param name="Suspicion">The suspicion.</param>
/// <param name="UserId">The person.</param>
/// <param name="Roles">Roles of the person in the case; empty for somebody who is no member.</param>
public sealed record SuspicionRights(SuspicionRow Suspicion, Guid UserId, IReadOnlyCollection<string> Roles)
{
    /// <summary>The reporter, the coaches, and the sponsors or who takes their place.</summary>
    public bool MaySee => UserId == Suspicion.ReporterId || Policies.SeeSuspicions.Roles.Any(Has);

    /// <summary>Whether the person may close the handling before its end.</summary>
    public bool MayClose => Policies.CloseSuspicion.Roles.Any(Has);

    public bool MayAct(OpenStep step) =>
        step.IsHuman && (Has(step.Role) || (step.EscalatedUtc is not null && step.EscalateTo is { } other && Has(other)));

    /// <summary>The role in the handling: with a second recipient, that person has the place of the sponsors.</summary>
    public bool Has(string role) => role == Data.Database.Roles.Sponsor && Suspicion.RecipientId is { } recipient
        ? UserId == recipient
        : Roles.Contains(role);
}
