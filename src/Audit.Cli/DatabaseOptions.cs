using System.CommandLine;
using Audit.Data.Database;
using Audit.Data.Database.Chain;

namespace Audit.Cli;

/// <summary>Which database a command works on; the same settings as the web application are taken from the environment.</summary>
internal sealed class DatabaseOptions
{
    public Option<string?> Provider { get; } = new("--provider") { Description = "Sqlite of SqlServer", HelpName = "SOORT" };

    public Option<string?> Connection { get; } = new("--connection") { Description = "Verbindingstekst van de database", HelpName = "TEKST" };

    public DatabaseOptions() => Provider.AcceptOnlyFromAmong(Enum.GetNames<DatabaseProvider>());

    public void AddTo(Command command)
    {
        command.Options.Add(Provider);
        command.Options.Add(Connection);
    }

    /// <summary>The database that was asked for; null when none was named.</summary>
    public DatabaseSettings? Find(ParseResult parsed)
    {
        var connection = parsed.GetValue(Connection) ?? Environment.GetEnvironmentVariable("Database__Connection");
        var provider = parsed.GetValue(Provider) ?? Environment.GetEnvironmentVariable("Database__Provider");
        return connection is null
            ? null
            : new(provider is null ? DatabaseProvider.Sqlite : Enum.Parse<DatabaseProvider>(provider, ignoreCase: true), connection) { TrailKeys = TrailKeysOfEnvironment() };
    }

    /// <summary>The database that was asked for, or the one that <c>./run</c> uses.</summary>
    public DatabaseSettings FindOrDefault(ParseResult parsed)
    {
        if (Find(parsed) is { } named)
        {
            return named;
        }

        Directory.CreateDirectory("data");
        return new(DatabaseProvider.Sqlite, "Data Source=data/audit.db") { TrailKeys = TrailKeysOfEnvironment() };
    }

    /// <summary>The database that was asked for, which must be there and have the newest schema.</summary>
    /// <exception cref="DatabaseRefusedException">It is not there, or it has another schema.</exception>
    public async Task<AuditDatabase> OpenExistingAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var database = new AuditDatabase(FindOrDefault(parsed));
        try
        {
            await database.RefuseOtherSchemaAsync(cancellation);
            return database;
        }
        catch (DatabaseRefusedException)
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The key of the trail as the web application gets it from the environment; null when there is none.</summary>
    private static TrailKeys? TrailKeysOfEnvironment() =>
        TrailKeys.Find(Environment.GetEnvironmentVariable("Trail__Key"), Environment.GetEnvironmentVariable("Trail__KeyFile"), Environment.GetEnvironmentVariable("Trail__OldKeys"));
}
