using Audit.Data.Database.Chain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Audit.Data.Database;

/// <summary>Opens contexts and runs changes: every write goes through <see cref="WriteAsync{T}"/>.</summary>
/// <remarks>
/// One per database file and process: on SQLite waiting writers sleep and retry, so they queue here instead. It works over all bodies, as commands do, until
/// <see cref="For(Func{BodyScope})"/> narrows it; the web application only hands out one that is narrowed to the body of who is signed in.
/// </remarks>
public sealed partial class AuditDatabase : IDisposable
{
    private const string SqliteAssembly = "Audit.Data.Sqlite";
    private const string SqlServerAssembly = "Audit.Data.SqlServer";
    private const int CompatibilityLevel = 160;
    private const int Attempts = 20;

    private static readonly Lazy<CompiledModel?> SqliteModel = new(() => CompiledModel.Find(SqliteAssembly));

    private readonly DbContextOptions<AuditContext> options;

    /// <summary>For contexts over all bodies, from which a filter would keep nothing: a compiled model cannot have one.</summary>
    private readonly DbContextOptions<AuditContext> unfiltered;
    private readonly SemaphoreSlim? writeLock;
    private readonly SqliteConnection? keepAlive;
    private readonly Func<BodyScope> scope;
    private readonly bool isNarrowed;

    public AuditDatabase(DatabaseSettings settings, params IInterceptor[] interceptors)
        : this(settings, () => BodyScope.AllBodies, interceptors)
    {
    }

    /// <param name="settings">Where it is.</param>
    /// <param name="scope">Whose rows are seen and changed; asked each time that a context is opened.</param>
    /// <param name="interceptors">What looks at its commands.</param>
    public AuditDatabase(DatabaseSettings settings, Func<BodyScope> scope, params IInterceptor[] interceptors)
    {
        this.scope = scope;
        Settings = settings;
        options = OptionsFor(settings, interceptors);
        unfiltered = settings.Provider == DatabaseProvider.Sqlite && SqliteModel.Value is { } compiled
            ? new DbContextOptionsBuilder<AuditContext>(options).UseModel(compiled.Model).Options
            : options;
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            writeLock = new SemaphoreSlim(1, 1);
            keepAlive = KeepMemoryAlive(settings.Connection);
        }
    }

    private AuditDatabase(AuditDatabase whole, Func<BodyScope> scope)
    {
        (Settings, options, unfiltered, writeLock, keepAlive, Log) = (whole.Settings, whole.options, whole.unfiltered, whole.writeLock, whole.keepAlive, whole.Log);
        (this.scope, isNarrowed) = (scope, true);
    }

    public DatabaseSettings Settings { get; }

    /// <summary>Where it is written down that a change was refused because it touched another body.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>A database in memory of its own, gone when disposed.</summary>
    public static AuditDatabase InMemory() =>
        new(new(DatabaseProvider.Sqlite, $"Data Source=audit-{Guid.NewGuid():N};Mode=Memory;Cache=Shared"));

    /// <summary>The same database for other bodies.</summary>
    /// <param name="bodies">Asked each time that a context is opened.</param>
    public AuditDatabase For(Func<BodyScope> bodies) => new(this, bodies);

    /// <inheritdoc cref="For(Func{BodyScope})"/>
    public AuditDatabase For(BodyScope bodies) => For(() => bodies);

    /// <summary>The same database over all bodies: only for work that nobody asked for from a page.</summary>
    public AuditDatabase OverAllBodies() => For(BodyScope.AllBodies);

    /// <summary>The options of a context on a database, without opening it.</summary>
    public static DbContextOptions<AuditContext> OptionsFor(DatabaseSettings settings, params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<AuditContext>().AddInterceptors([.. interceptors, new TrailSeal(settings.TrailKeys)]);
        _ = settings.Provider switch
        {
            DatabaseProvider.Sqlite => builder.UseSqlite(
                SqliteFile.Reliable(settings), sqlite => sqlite.MigrationsAssembly(SqliteAssembly).CommandTimeout((int)settings.Patience.TotalSeconds)),
            DatabaseProvider.SqlServer => builder.UseSqlServer(
                settings.Connection, server => SetUp(server, settings)),
        };
        return builder.Options;
    }

    /// <summary>A context for reading; changes made in it are not meant to be saved.</summary>
    public AuditContext Read()
    {
        var context = Open(scope());
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>Runs one change in one transaction: read, decide, write, trail. Repeats it when another writer was first.</summary>
    /// <param name="change">The change; it may run more than once, so it must have no effect outside its context.</param>
    /// <param name="cancellation">Gives up before the commit.</param>
    /// <exception cref="DbUpdateConcurrencyException">Other writers kept being first.</exception>
    /// <exception cref="DatabaseBusyException">Other changes hold the database too long. What else can be an outage, <see cref="Outages"/> recognises.</exception>
    public async Task<T> WriteAsync<T>(Func<AuditContext, Task<T>> change, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(change, cancellation);
            }
            catch (Exception failure) when (attempt < Attempts && Races.Lost(failure))
            {
                DatabaseMeter.LostRaces.Add(1);
                await Task.Delay(attempt, cancellation);
            }
            catch (Exception failure) when (Outages.Of(failure) is { } outage)
            {
                DatabaseMeter.Refused.Add(1, new KeyValuePair<string, object?>("reason", outage.ToString()));
                throw;
            }
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<AuditContext, Task> change, CancellationToken cancellation = default) =>
        WriteAsync(
            async context =>
            {
                await change(context);
                return true;
            },
            cancellation);

    /// <summary>Makes sure that the database can be read and written and has the schema of this program; nothing is changed.</summary>
    /// <exception cref="DatabaseRefusedException">Its schema is that of another version.</exception>
    public async Task ProbeAsync(CancellationToken cancellation = default)
    {
        await using var context = Open(BodyScope.AllBodies);
        if (keepAlive is null)
        {
            await SchemaAge.RefuseNewerAsync(context, cancellation);
            if (!await SchemaAge.IsNewestAsync(context, cancellation))
            {
                throw new DatabaseRefusedException("De database is ouder dan dit programma.");
            }
        }

        if (writeLock is not null && !await writeLock.WaitAsync(Settings.Patience, cancellation))
        {
            throw new DatabaseBusyException();
        }

        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            await transaction.RollbackAsync(cancellation);
        }
        finally
        {
            writeLock?.Release();
        }
    }

    /// <summary>Brings the database to the newest schema.</summary>
    /// <exception cref="DatabaseRefusedException">The database cannot be used by this program, or not safely.</exception>
    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        await using var context = Open(BodyScope.AllBodies);
        if (keepAlive is not null)
        {
            // A database in memory has no past; a test holds the migrations equal to the model.
            await CreateInMemoryAsync(context, keepAlive, cancellation);
            return;
        }

        await Upgrade.RunAsync(context, cancellation);
        if (Settings.TrailKeys is { } keys)
        {
            await TrailUpgrade.RunAsync(this, keys, cancellation);
        }
    }

    /// <summary>Refuses a database that is not there, or that has another schema than this program.</summary>
    /// <exception cref="DatabaseRefusedException">It is either.</exception>
    public async Task RefuseOtherSchemaAsync(CancellationToken cancellation = default)
    {
        if (keepAlive is null && Settings.Provider == DatabaseProvider.Sqlite && !File.Exists(SqliteFile.PathOf(Settings.Connection)))
        {
            throw new DatabaseRefusedException($"De database '{SqliteFile.PathOf(Settings.Connection)}' bestaat niet.");
        }

        await using var context = Open(BodyScope.AllBodies);
        await Upgrade.RefuseOtherAsync(context, cancellation);
    }

    /// <summary>Whether the database has the schema of this program.</summary>
    public async Task<bool> HasNewestSchemaAsync(CancellationToken cancellation = default)
    {
        await using var context = Open(BodyScope.AllBodies);
        return await SchemaAge.IsNewestAsync(context, cancellation);
    }

    public void Dispose()
    {
        if (isNarrowed)
        {
            return;
        }

        writeLock?.Dispose();
        keepAlive?.Dispose();
    }

    private static void SetUp(SqlServerDbContextOptionsBuilder server, DatabaseSettings settings)
    {
        server.MigrationsAssembly(SqlServerAssembly).UseCompatibilityLevel(CompatibilityLevel);
        if (settings.MaxBatchSize is { } most)
        {
            server.MaxBatchSize(most);
        }
    }

    private static async Task CreateInMemoryAsync(AuditContext context, SqliteConnection memory, CancellationToken cancellation)
    {
        if (SqliteModel.Value is not { } compiled)
        {
            await context.Database.EnsureCreatedAsync(cancellation);
            return;
        }

        await compiled.CreateAsync(memory, cancellation);
    }

    private static SqliteConnection? KeepMemoryAlive(string connection)
    {
        if (new SqliteConnectionStringBuilder(connection).Mode != SqliteOpenMode.Memory)
        {
            return null;
        }

        var open = new SqliteConnection(connection);
        open.Open();
        return open;
    }

    private AuditContext Open(BodyScope bodies) => new(bodies.SeesAllBodies ? unfiltered : options, bodies);

    private async Task<T> WriteOnceAsync<T>(Func<AuditContext, Task<T>> change, CancellationToken cancellation)
    {
        if (writeLock is not null && !await writeLock.WaitAsync(Settings.Patience, cancellation))
        {
            throw new DatabaseBusyException();
        }

        try
        {
            await using var context = Open(scope());
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var result = await change(context);
            await context.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            DatabaseMeter.Saved.Add(1);
            return result;
        }
        catch (ForeignBodyException foreign)
        {
            LogForeign(Log, foreign);
            throw;
        }
        finally
        {
            writeLock?.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "A change was refused because it touched another body; nothing was written")]
    private static partial void LogForeign(ILogger log, ForeignBodyException foreign);
}
