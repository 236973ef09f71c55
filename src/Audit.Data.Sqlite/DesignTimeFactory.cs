using Audit.Data.Database;
using Microsoft.EntityFrameworkCore.Design;

namespace Audit.Data.Sqlite;

/// <summary>Gives the migration tools a context for this database; no database is opened.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AuditContext>
{
    /// <summary>Argument of <c>eng/publish</c>.</summary>
    private const string ToCompile = "--to-compile";

    public AuditContext CreateDbContext(string[] args)
    {
        var options = AuditDatabase.OptionsFor(new(DatabaseProvider.Sqlite, "Data Source=design-time.db"));
        return args.Contains(ToCompile) ? AuditContext.ToCompile(options) : new(options, BodyScope.Nobody);
    }
}
