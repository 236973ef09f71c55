using Audit.WorkflowWorker;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>Chooses at which moments of a walk to kill.</summary>
internal static class KillPoints
{
    /// <summary>One of each kind, the rest spread evenly over the walk.</summary>
    public static IReadOnlyList<Moment> Some(ReferenceWalk walk, int count, Random random)
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

        var spread = count - chosen.Count;
        chosen.AddRange(Enumerable.Range(0, spread).Select(i => walk.Moments[(int)((i + random.NextDouble()) * walk.Moments.Count / spread)]));
        return chosen;
    }

    /// <summary>Moments after which enough follows to be killed in.</summary>
    public static IReadOnlyList<Moment> WithASequel(ReferenceWalk walk, int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => walk.Moments[random.Next(walk.Moments.Count / 2)])];

    private static bool IsInBranch(Moment moment) => moment.Doing.Contains(':', StringComparison.Ordinal);

    private static Moment Pick(ReferenceWalk walk, Random random, Func<Moment, bool> wanted)
    {
        var fitting = walk.Moments.Where(wanted).ToList();
        return fitting[random.Next(fitting.Count)];
    }
}
