using Audit.WorkflowWorker;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>Where a worker is killed.</summary>
/// <param name="Moment">The moment of the undisturbed walk.</param>
/// <param name="Microseconds">How long the work still goes on; 0 = not at all.</param>
internal sealed record KillPoint(Moment Moment, int Microseconds = 0)
{
    private const int MostMicroseconds = 4000;

    /// <summary>Every moment, and some moments more inside a command or a commit.</summary>
    public static IReadOnlyList<KillPoint> All(ReferenceWalk walk, Random random) =>
        [.. walk.Moments.Select(moment => new KillPoint(moment)), .. Inside(walk, walk.Moments.Count / 4, random)];

    /// <summary>One of each kind, the rest spread evenly over the walk.</summary>
    public static IReadOnlyList<KillPoint> Some(ReferenceWalk walk, int count, Random random)
    {
        List<Moment> chosen =
        [
            Pick(walk, random, moment => moment is { Kind: MomentKind.BeforeCommit, Doing: not CaseWalker.Firing }),
            Pick(walk, random, moment => moment is { Kind: MomentKind.AfterCommit, Doing: not CaseWalker.Firing }),
            Pick(walk, random, moment => moment is { Kind: MomentKind.BeforeCommit, Doing: CaseWalker.Firing }),
            Pick(walk, random, moment => moment is { Kind: MomentKind.AfterCommit, Doing: CaseWalker.Firing }),
        ];
        if (walk.Moments.Any(IsInBranch))
        {
            chosen.Add(Pick(walk, random, moment => IsInBranch(moment) && moment.Kind is MomentKind.BeforeCommand));
        }

        var inside = Inside(walk, 1, random);
        var spread = count - chosen.Count - inside.Count;
        chosen.AddRange(Enumerable.Range(0, spread).Select(i => walk.Moments[(int)((i + random.NextDouble()) * walk.Moments.Count / spread)]));
        return [.. chosen.Select(moment => new KillPoint(moment)), .. inside];
    }

    public override string ToString() => $"moment {Moment.Number} {Moment.Kind} {Moment.Doing} +{Microseconds} µs";

    private static bool IsInBranch(Moment moment) => moment.Doing.Contains(':', StringComparison.Ordinal);

    private static Moment Pick(ReferenceWalk walk, Random random, Func<Moment, bool> wanted)
    {
        var fitting = walk.Moments.Where(wanted).ToList();
        return fitting[random.Next(fitting.Count)];
    }

    /// <summary>In the first half only: the worker must not have ended before it is killed.</summary>
    private static List<KillPoint> Inside(ReferenceWalk walk, int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => new KillPoint(walk.Moments[random.Next(walk.Moments.Count / 2)], 1 + random.Next(MostMicroseconds)))];
}
