using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Audit.Web.StartUp;

/// <summary>Ready once the database answers.</summary>
internal sealed class DatabaseCheck(AuditDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = database.Read();
        await db.PublishedContents.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
