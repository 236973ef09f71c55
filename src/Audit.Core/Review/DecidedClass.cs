using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Review;

/// <summary>The class of a task as people decided it, beside the computed one, which never changes.</summary>
/// <remarks>Dutch: <c>besloten klasse</c>. A jurist may lift gates and a reviewer may choose another class; a fired gate that is not lifted goes before both.</remarks>
/// <param name="Computed">The class as computed.</param>
/// <param name="Lifted">The class with the lifted gates left out; equal to <paramref name="Computed"/> when none is.</param>
/// <param name="Floor">Highest floor of the fired gates that are not lifted; null when there is none.</param>
/// <param name="Judged">The class that the reviewer chose; null when the computed one was left as it is.</param>
public sealed record DecidedClass(ClassRange Computed, ClassRange Lifted, RiskClass? Floor, RiskClass? Judged)
{
    /// <summary>True when a fired gate that is not lifted forbids publication of the result.</summary>
    public bool BlocksPublication { get; private init; }

    /// <summary>The class to work with: what the reviewer chose, or else the worst case; null when nothing determines it.</summary>
    public RiskClass? Working => FloorPrevails ? Floor : Judged ?? Lifted.Working;

    /// <summary>True when the reviewer's class lies below the floor of a gate that has come into force again since.</summary>
    public bool FloorPrevails => Judged < Floor;

    /// <summary>Whether anybody decided something other than what is computed.</summary>
    public bool Differs => Judged is not null || Lifted != Computed;

    /// <summary>Decides the class of one task.</summary>
    /// <param name="score">The score, which stays as it is.</param>
    /// <param name="profile">The profile by which it was scored.</param>
    /// <param name="lifted">Decisions of jurists that hold now.</param>
    /// <param name="judged">The class that the reviewer chose; null when none.</param>
    public static DecidedClass Of(TaskScore score, ComputedProfile profile, IReadOnlyCollection<LiftedGate> lifted, RiskClass? judged)
    {
        var standing = score.Gates.Where(result => !lifted.Any(gate => gate.Covers(result))).ToList();
        var fired = standing.Where(result => result.State == Truth.True).ToList();
        var floor = Highest(fired.Select(result => result.Gate.Floor));
        var open = Highest(standing.Where(result => result.State == Truth.Open).Select(result => result.Gate.OpenFloor));
        var range = new ClassRange(
            Highest([WithoutGates(profile, score.Residual?.Low, score.Severity.Low), floor]),
            Highest([WithoutGates(profile, score.Residual?.High, score.Severity.High), floor, open]));
        return new(score.Class, range, floor, judged) { BlocksPublication = fired.Exists(result => result.Gate.BlocksPublication) };
    }

    private static RiskClass? WithoutGates(ComputedProfile profile, double? residual, int severity) =>
        residual is { } known ? profile.ClassOf(known, severity) : null;

    private static RiskClass? Highest(IEnumerable<RiskClass?> classes) => classes.Max();
}
