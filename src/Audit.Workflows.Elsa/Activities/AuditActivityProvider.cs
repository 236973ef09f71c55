using Audit.Workflows.Activities;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using ActivityKind = Audit.Workflows.Activities.ActivityKind;

namespace Audit.Workflows.Elsa.Activities;

/// <summary>Tells Elsa which activities there are, from our own catalogue.</summary>
internal sealed class AuditActivityProvider : IActivityProvider
{
    public ValueTask<IEnumerable<ActivityDescriptor>> GetDescriptorsAsync(CancellationToken cancellationToken = default)
    {
        var known = from type in ActivityCatalogue.All
                    where type.Waits || type.Kind is ActivityKind.Automatic
                    select Describe(type.Name, type.Waits ? typeof(WaitingStep) : typeof(AutomaticStep), type.Description.ToString(), type.Outcomes);
        return new([.. known, Describe(BranchEnd.TypeName, typeof(BranchEnd), "End of a branch.", [])]);
    }

    private static ActivityDescriptor Describe(string name, Type activity, string description, IEnumerable<ActivityOutcome> outcomes) => new()
    {
        TypeName = name,
        ClrType = activity,
        Namespace = name[..name.IndexOf('.', StringComparison.Ordinal)],
        Name = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..],
        Category = "Audit",
        Version = 1,
        Description = description,
        Ports = [.. outcomes.Select(outcome => new Port { Name = outcome.Name, DisplayName = outcome.Name, Type = PortType.Flow })],

        // Definitions reach Elsa through our own reader and checker only, never as JSON.
        Constructor = _ => throw new NotSupportedException($"{name} comes from a checked definition only."),
    };
}
