using Audit.WorkflowWorker;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>A walk that nobody disturbed: its moments, and the state after each commit.</summary>
/// <param name="Moments">Everywhere it could have been killed.</param>
/// <param name="States">The state after no commit, after one, and so on.</param>
/// <param name="Rows">How it ended.</param>
internal sealed record ReferenceWalk(IReadOnlyList<Moment> Moments, IReadOnlyList<string> States, CaseRows Rows)
{
    public static async Task<ReferenceWalk> OfAsync(WorkOrder order)
    {
        var states = new List<string> { CaseText.Exact(await CaseRows.ReadAsync(order)) };
        var killSwitch = new KillSwitch { Committed = async () => states.Add(CaseText.Exact(await CaseRows.ReadAsync(order))) };
        await KillWorld.InsideAsync(order, killSwitch, async walker =>
        {
            await walker.WalkAsync();
            return true;
        });
        return new([.. killSwitch.Moments], states, await CaseRows.ReadAsync(order));
    }

    /// <summary>The state in which a kill at this moment must leave the case.</summary>
    public string StateAt(Moment moment) => States[CommitsAt(moment)];

    public int CommitsAt(Moment moment) => Moments.Count(passed => passed.Kind is MomentKind.AfterCommit && passed.Number <= moment.Number);
}
