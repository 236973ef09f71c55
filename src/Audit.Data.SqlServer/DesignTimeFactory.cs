using Audit.Data.Database;
using Microsoft.EntityFrameworkCore.Design;

namespace Audit.Data.SqlServer;

/// <summary>Gives the migration tools a context for this database; no database is opened.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AuditContext>
{
    public AuditContext CreateDbContext(string[] args) =>
        new(AuditDatabase.OptionsFor(new(DatabaseProvider.SqlServer, "Server=design-time")), BodyScope.Nobody);
}
