namespace Audit.Core.Actions.Tracking;

/// <summary>An action that has to wait for another one. Dutch: <c>afhankelijkheid</c>.</summary>
/// <param name="Action">The action that waits.</param>
/// <param name="DependsOn">The action that must be carried out first.</param>
public readonly record struct ActionDependency(Guid Action, Guid DependsOn);

/// <summary>Which actions of one plan wait for which.</summary>
/// <param name="dependencies">All of them.</param>
public sealed class ActionDependencies(IEnumerable<ActionDependency> dependencies)
{
    private readonly ILookup<Guid, Guid> dependsOn = dependencies.ToLookup(one => one.Action, one => one.DependsOn);

    /// <summary>The actions that an action waits for directly.</summary>
    public IEnumerable<Guid> Of(Guid action) => dependsOn[action];

    /// <summary>Whether a further dependency would make an action wait for itself, along however many others.</summary>
    /// <param name="added">The dependency that is not there yet.</param>
    public bool WouldCircle(ActionDependency added)
    {
        var seen = new HashSet<Guid>();
        var ahead = new Stack<Guid>([added.DependsOn]);
        while (ahead.TryPop(out var next))
        {
            if (next == added.Action)
            {
                return true;
            }

            foreach (var further in seen.Add(next) ? dependsOn[next] : [])
            {
                ahead.Push(further);
            }
        }

        return false;
    }
}
