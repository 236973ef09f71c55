using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Audit.SqlServerProof;

/// <summary>The model and its scripts for SQL Server, without a server; a fault can be planted in the model.</summary>
public static class SqlServerModel
{
    public static AuditContext Context() => new(Options(), BodyScope.AllBodies);

    /// <summary>The same model with something added that must be noticed.</summary>
    public static AuditContext With<TCustomizer>()
        where TCustomizer : class, IModelCustomizer =>
        new(new DbContextOptionsBuilder<AuditContext>(Options()).ReplaceService<IModelCustomizer, TCustomizer>().Options, BodyScope.AllBodies);

    public static string CreateScript()
    {
        using var context = Context();
        return context.Database.GenerateCreateScript();
    }

    public static string MigrationScript()
    {
        using var context = Context();
        return context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    private static DbContextOptions<AuditContext> Options() => AuditDatabase.OptionsFor(new(DatabaseProvider.SqlServer, "Server=none;Encrypt=false"));
}
