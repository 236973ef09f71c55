namespace Audit.Core.Actions.Planning;

/// <summary>Good sets for every amount of effort, built by adding one measure at a time to good sets of less effort.</summary>
/// <remarks>
/// Of each amount of effort only a few sets are kept: those with the best result, and more of those that promise most, because R.hi is
/// led by the highest component and does not show that the next one has fallen too. So this finds good sets quickly and proves nothing.
/// Every set is judged by a full evaluation: gates and conditions of any form are no obstacle. What was found is remembered.
/// </remarks>
internal sealed class PlanBeam
{
    private readonly PlanTrial trial;
    private readonly int[] relevant;
    private readonly Level[] levels;
    private int extended;

    public PlanBeam(PlanTrial trial)
    {
        this.trial = trial;
        relevant = trial.Moves.Relevant;
        levels = [.. Enumerable.Range(0, trial.EffortOf(relevant) + 1).Select(_ => new Level())];
        levels[0].Keep(trial.Evaluate());
    }

    /// <summary>The good sets of at most so much effort, the least effort first.</summary>
    public IEnumerable<PlanCandidate> UpTo(int effort)
    {
        for (var level = 0; level <= Math.Min(effort, levels.Length - 1); level++)
        {
            for (; extended < level; extended++)
            {
                Extend(levels[extended]);
            }

            foreach (var candidate in levels[level].All)
            {
                yield return candidate;
            }
        }
    }

    private void Extend(Level level)
    {
        foreach (var candidate in level.All)
        {
            foreach (var measure in relevant.Except(candidate.Measures))
            {
                var longer = trial.Evaluate([.. candidate.Measures, measure]);
                levels[longer.Effort].Keep(longer);
            }
        }
    }

    /// <summary>The sets that are kept of one amount of effort.</summary>
    private sealed class Level
    {
        private const int MostByResult = 4;
        private const int MostByPromise = 12;

        private readonly SortedSet<PlanCandidate> byResult = new(PlanCandidate.ByResult);
        private readonly SortedSet<PlanCandidate> byPromise = new(PlanCandidate.ByPromise);

        /// <summary>The best results first, each set once.</summary>
        public IEnumerable<PlanCandidate> All => byResult.Concat(byPromise.Where(candidate => !byResult.Contains(candidate)));

        public void Keep(PlanCandidate candidate)
        {
            Keep(byResult, MostByResult, candidate);
            Keep(byPromise, MostByPromise, candidate);
        }

        private static void Keep(SortedSet<PlanCandidate> kept, int most, PlanCandidate candidate)
        {
            if (kept.Count < most || kept.Comparer.Compare(candidate, kept.Max!) < 0)
            {
                kept.Add(candidate);
            }

            if (kept.Count > most)
            {
                kept.Remove(kept.Max!);
            }
        }
    }
}
