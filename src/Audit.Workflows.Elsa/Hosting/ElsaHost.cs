using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Audit.Data.Database;
using Audit.Workflows.Elsa.Activities;
using Audit.Workflows.Engine;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Models;
using Elsa.Workflows.Options;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ElsaStatus = Elsa.Workflows.WorkflowStatus;

namespace Audit.Workflows.Elsa.Hosting;

/// <summary>Runs moves on Elsa.</summary>
internal sealed class ElsaHost : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Lazy<Task> ready;
    private readonly ConcurrentDictionary<Guid, WorkflowGraph> graphs = [];

    public ElsaHost(DatabaseSettings settings)
    {
        services = ElsaServices.Build(settings);
        ready = new(PrepareAsync);
    }

    /// <summary>Runs one move. What Elsa stores of it is decided by the burst.</summary>
    /// <returns>Whether the process has ended.</returns>
    public async Task<bool> RunAsync(Burst burst, CancellationToken cancellation)
    {
        await using var scope = await OpenAsync(burst);
        var id = IdOf(burst.Run.Instance.Id);
        var state = await StateAsync(scope, id, cancellation);
        if (!burst.IsRehearsal && IsDelivered(burst.Cause, state))
        {
            return false;
        }

        var graph = await GraphAsync(scope, burst, cancellation);
        var runner = scope.ServiceProvider.GetRequiredService<IWorkflowRunner>();
        var result = burst.Cause.IsBegin
            ? await runner.RunAsync(graph, new RunWorkflowOptions { WorkflowInstanceId = id, CorrelationId = IdOf(burst.Run.Instance.AssessmentId) }, cancellation)
            : await runner.RunAsync(graph, Waiting(burst.Cause, state), OptionsOf(burst.Cause), cancellation);
        ThrowIfFailed(burst, result.WorkflowState);
        return result.WorkflowState.Status is ElsaStatus.Finished;
    }

    /// <summary>Stops a process in Elsa's store.</summary>
    public async Task StopAsync(Burst burst, CancellationToken cancellation)
    {
        await using var scope = await OpenAsync(burst);
        if (await StateAsync(scope, IdOf(burst.Run.Instance.Id), cancellation) is { Status: ElsaStatus.Running } state)
        {
            var stopped = await scope.ServiceProvider.GetRequiredService<IWorkflowCanceler>()
                .CancelWorkflowAsync(await GraphAsync(scope, burst, cancellation), state, cancellation);
            await scope.ServiceProvider.GetRequiredService<IWorkflowInstanceManager>().SaveAsync(stopped, cancellation);
        }
    }

    /// <summary>Steps where a process waits according to Elsa's store; null when Elsa does not know the process.</summary>
    public async Task<IReadOnlyList<Guid>?> BookmarksAsync(Guid instanceId, CancellationToken cancellation)
    {
        await using var scope = await OpenAsync(null);
        var state = await StateAsync(scope, IdOf(instanceId), cancellation);
        return state?.Bookmarks.Select(bookmark => Guid.ParseExact(bookmark.Id, "N")).ToList();
    }

    /// <summary>Makes Elsa's tables ready, once.</summary>
    public Task PrepareOnceAsync() => ready.Value;

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static string IdOf(Guid id) => id.ToString("N");

    private static RunWorkflowOptions OptionsOf(Resumption cause) => new()
    {
        BookmarkId = cause.BookmarkId,
        Input = new Dictionary<string, object> { [Resumption.Input] = cause.Word },
    };

    /// <summary>Elsa's instance is written last and whole, so that it alone says whether a move was stored.</summary>
    private static bool IsDelivered(Resumption cause, WorkflowState? state) =>
        cause.IsBegin ? state is not null : state?.Bookmarks.All(bookmark => bookmark.Id != cause.BookmarkId) == true;

    private static WorkflowState Waiting(Resumption cause, WorkflowState? state) =>
        state is not null && !IsDelivered(cause, state)
            ? state
            : throw new ActivityFailedException(
                Sentence.Of($"Elsa kent deze stap niet: het proces is met de andere motor begonnen en gaat alleen daarmee verder."),
                new InvalidOperationException($"Elsa holds no bookmark {cause.BookmarkId}."));

    private static void ThrowIfFailed(Burst burst, WorkflowState state)
    {
        if (burst.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (state.SubStatus is WorkflowSubStatus.Faulted)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, state.Incidents.Select(incident => incident.Message)));
        }
    }

    private static async Task<WorkflowState?> StateAsync(AsyncServiceScope scope, string id, CancellationToken cancellation) =>
        (await scope.ServiceProvider.GetRequiredService<IWorkflowInstanceManager>().FindByIdAsync(id, cancellation))?.WorkflowState;

    private async Task<AsyncServiceScope> OpenAsync(Burst? burst)
    {
        await ready.Value;
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentBurst>().Value = burst;
        return scope;
    }

    private async Task<WorkflowGraph> GraphAsync(AsyncServiceScope scope, Burst burst, CancellationToken cancellation)
    {
        var versionId = burst.Run.Instance.WorkflowDefinitionId;
        if (!graphs.TryGetValue(versionId, out var graph))
        {
            var workflow = DefinitionMap.Build(burst.Run.Definition, versionId);
            graph = graphs[versionId] = await scope.ServiceProvider.GetRequiredService<IWorkflowGraphBuilder>().BuildAsync(workflow, cancellation);
        }

        return graph;
    }

    private async Task PrepareAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await MigrateAsync<ManagementElsaDbContext>(scope);
        await MigrateAsync<RuntimeElsaDbContext>(scope);
        await scope.ServiceProvider.GetRequiredService<IActivityRegistryPopulator>().PopulateRegistryAsync(CancellationToken.None);
    }

    private static async Task MigrateAsync<T>(AsyncServiceScope scope)
        where T : DbContext
    {
        await using var context = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<T>>().CreateDbContextAsync();
        await context.Database.MigrateAsync();
    }
}
