using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Data.Languages;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Audit.Web.Trails;

/// <summary>Settings of the trail beside its key.</summary>
/// <param name="AnchorMail">Where the anchor goes every day; null for nowhere.</param>
public sealed record TrailSettings(string? AnchorMail);

/// <summary>Verifies every chain, keeps what was found, and sends the anchor out of the house.</summary>
public sealed class TrailRound(AuditDatabase database, TrailSettings settings, TimeProvider time, ILogger<TrailRound> logger)
{
    /// <summary>Verifications that are kept of a chain.</summary>
    private const int Kept = 60;

    private const int MostLines = 100;

    public async Task RunAsync(CancellationToken cancellation = default)
    {
        try
        {
            foreach (var verdict in await new TrailVerifier(database, database.Settings.TrailKeys ?? TrailKeys.Demo).RunAsync(cancellation))
            {
                await KeepAsync(verdict, cancellation);
            }

            if (settings.AnchorMail is { Length: > 0 } recipient)
            {
                await SendAnchorAsync(recipient, cancellation);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "Verifying the trail failed; trying again at the next moment");
        }
    }

    /// <summary>Verifies one chain and keeps what was found.</summary>
    public async Task<TrailVerdict> RunAsync(Guid body, CancellationToken cancellation = default)
    {
        var verdict = await new TrailVerifier(database, database.Settings.TrailKeys ?? TrailKeys.Demo).RunAsync(body, cancellation);
        await KeepAsync(verdict, cancellation);
        return verdict;
    }

    private async Task KeepAsync(TrailVerdict verdict, CancellationToken cancellation)
    {
        foreach (var finding in verdict.Findings)
        {
            logger.LogError("The trail of {Body} does not verify: {Fault}, records {From} to {To}", verdict.BodyId, finding.Fault, finding.From, finding.To);
        }

        string report;
        using (Language.Use("nl"))
        {
            report = string.Join('\n', verdict.Findings.Take(MostLines).Select(finding => finding.Text));
        }

        await database.WriteAsync(
            async db =>
            {
                db.TrailChecks.Add(new()
                {
                    Id = Guid.CreateVersion7(),
                    BodyId = verdict.BodyId,
                    CheckedUtc = time.GetUtcNow().UtcDateTime,
                    Sequence = verdict.Sequence,
                    Problems = verdict.Findings.Count,
                    Report = report,
                });
                var old = await db.TrailChecks.Where(row => row.BodyId == verdict.BodyId).OrderByDescending(row => row.CheckedUtc).Skip(Kept).ToListAsync(cancellation);
                db.TrailChecks.RemoveRange(old);
            },
            cancellation);
    }

    /// <summary>One e-mail a day, whichever node is first.</summary>
    private Task SendAnchorAsync(string recipient, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            var anchor = await TrailAnchor.TakeAsync(db, now, cancellation: cancellation);
            if (await db.Bodies.OrderBy(body => body.Id).Select(body => (Guid?)body.Id).FirstOrDefaultAsync(cancellation) is { } body)
            {
                using var dutch = Language.Use("nl");
                await Outbox.WriteAsync(db, new(body, $"anchor/{now:yyyy-MM-dd}", recipient, Language.Tr($"Anker van het spoor"), anchor.ToJson()), now);
            }
        },
        cancellation);
}

/// <summary>Degraded while the last verification of a chain found something; the application goes on working.</summary>
internal sealed class TrailHealth(AuditDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = database.OverAllBodies().Read();
        var isBroken = await db.TrailChecks.AnyAsync(row => row.Problems > 0 && !db.TrailChecks.Any(later => later.BodyId == row.BodyId && later.CheckedUtc > row.CheckedUtc), cancellationToken);
        return isBroken ? HealthCheckResult.Degraded("the trail does not verify") : HealthCheckResult.Healthy();
    }
}
