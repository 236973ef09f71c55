using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Audit.Data.Database;

/// <summary>The model and the schema as <c>eng/publish</c> compiles them into a provider's assembly, so that a short command need not work them out.</summary>
/// <param name="Model">The model of <see cref="AuditContext"/>.</param>
/// <param name="CreateScript">SQL that makes an empty database; written by EF, without anything of a user's.</param>
internal sealed record CompiledModel(IModel Model, string CreateScript)
{
    private const string ScriptName = "create.sql";

    /// <summary>What was compiled for a provider; null in a build without it, where EF derives both at first use.</summary>
    /// <param name="assembly">Name of the provider's assembly.</param>
    public static CompiledModel? Find(string assembly)
    {
        var provider = Assembly.Load(assembly);
        if (provider.GetCustomAttribute<DbContextModelAttribute>() is not { ModelType: var type })
        {
            return null;
        }

        var model = (IModel)type.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        using var script = new StreamReader(provider.GetManifestResourceStream(ScriptName)!);
        return new(model, script.ReadToEnd());
    }

    /// <summary>Makes the schema in an empty database.</summary>
    public async Task CreateAsync(SqliteConnection empty, CancellationToken cancellation)
    {
        await using var create = empty.CreateCommand();
        create.CommandText = CreateScript;
        await create.ExecuteNonQueryAsync(cancellation);
    }
}
