namespace Audit.Core.Actions.Planning;

/// <summary>Good sets for every amount of effort, built by adding one measure at a time to the best sets of less effort.</summary>
/// <remarks>
/// Of each amount of effort only the best few sets are kept (by class, then R.hi), so this finds good sets quickly and proves nothing.
/// Every set is judged by a full evaluation: gates and conditions of any form are no obstacle. What was found is remembered.
/// </remarks>
internal sealed class PlanBeam
{
    /// <summary>Sets kept for each amount of effort.</summary>
    private const int Width = 8;

    private readonly PlanTrial trial;
    private readonly int[] relevant;
    private readonly SortedSet<PlanCandidate>[] levels;
    private int extended;

    public PlanBeam(PlanTrial trial)
    {
        this.trial = trial;
        relevant = trial.Moves.Relevant;
        levels = [.. Enumerable.Range(0, trial.EffortOf(relevant) + 1).Select(_ => new SortedSet<PlanCandidate>(PlanCandidate.ByResult))];
        levels[0].Add(trial.Evaluate());
    }

    /// <summary>The effort of all measures together.</summary>
    public int MostEffort => levels.Length - 1;

    /// <summary>The best sets found of at most so much effort, the least effort first.</summary>
    public IEnumerable<PlanCandidate> UpTo(int effort)
    {
        for (var level = 0; level <= Math.Min(effort, MostEffort); level++)
        {
            for (; extended < level; extended++)
            {
                Extend(levels[extended]);
            }

            foreach (var candidate in levels[level])
            {
                yield return candidate;
            }
        }
    }

    private void Extend(IEnumerable<PlanCandidate> level)
    {
        foreach (var candidate in level)
        {
            foreach (var measure in relevant.Except(candidate.Measures))
            {
                Keep(trial.Evaluate([.. candidate.Measures, measure]));
            }
        }
    }

    private void Keep(PlanCandidate candidate)
    {
        var level = levels[candidate.Effort];
        if (level.Count < Width || PlanCandidate.ByResult.Compare(candidate, level.Max!) < 0)
        {
            level.Add(candidate);
        }

        if (level.Count > Width)
        {
            level.Remove(level.Max!);
        }
    }
}
