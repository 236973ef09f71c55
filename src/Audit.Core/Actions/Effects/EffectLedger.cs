using Audit.Core.Scoring;

namespace Audit.Core.Actions.Effects;

/// <summary>A measurement with the action for which it was made.</summary>
/// <param name="ActionId">Identity of the action.</param>
/// <param name="Answer">What was measured.</param>
public sealed record LedgerEntry(Guid ActionId, MeasuredAnswer Answer);

/// <summary>What the measurements of one action changed in the score of its task.</summary>
/// <param name="ActionId">Identity of the action.</param>
/// <param name="Fall">Fall of R.hi by its measurements on top of those made before, in [-1, 1]; null without R.</param>
/// <param name="Before">Score just before its first measurement.</param>
/// <param name="After">Score just after its last measurement.</param>
public sealed record RealisedEffect(Guid ActionId, double? Fall, TaskScore Before, TaskScore After);

/// <summary>The account of a task: adopted, measured, and which action brought what.</summary>
/// <param name="Adopted">Score of the adopted answers.</param>
/// <param name="Measured">Score with every measurement laid over them.</param>
/// <param name="Effects">One per action with measurements, in order of its first one; the falls add up to that of the task.</param>
public sealed record EffectAccount(TaskScore Adopted, TaskScore Measured, IReadOnlyList<RealisedEffect> Effects)
{
    /// <summary>The effect of an action; null when nothing was measured for it.</summary>
    /// <param name="actionId">Identity of the action.</param>
    public RealisedEffect? Of(Guid actionId) => Effects.FirstOrDefault(effect => effect.ActionId == actionId);
}

/// <summary>Compares what a plan promised with what came true, by the same engine that scored the task.</summary>
public static class EffectLedger
{
    /// <summary>What the plan promised per action: the fall of R.hi with it on top of those before it.</summary>
    /// <param name="before">R.hi of the adopted answers; null without R.</param>
    /// <param name="residualsAfter">R.hi after every action in the order of the plan; null for an action that promised nothing.</param>
    /// <returns>One per action, in [-1, 1]; null where nothing was promised.</returns>
    public static IReadOnlyList<double?> Promised(double? before, IReadOnlyList<double?> residualsAfter)
    {
        var promised = new List<double?>(residualsAfter.Count);
        foreach (var after in residualsAfter)
        {
            promised.Add(before - after);
            before = after ?? before;
        }

        return promised;
    }

    /// <summary>What came true.</summary>
    /// <param name="model">Instrument and profile.</param>
    /// <param name="adopted">The answers as they were adopted.</param>
    /// <param name="entries">Measurements that count, in order of time.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    public static EffectAccount AccountOf(ScoringModel model, TaskState adopted, IReadOnlyList<LedgerEntry> entries, DateOnly on)
    {
        var start = ScoreAfter(0);
        var (score, effects) = (start, new List<RealisedEffect>());
        for (var i = 0; i < entries.Count; i++)
        {
            var (before, action) = (score, entries[i].ActionId);
            score = ScoreAfter(i + 1);
            var known = effects.FindIndex(effect => effect.ActionId == action);
            var fall = before.Residual?.High - score.Residual?.High;
            if (known < 0)
            {
                effects.Add(new(action, fall, before, score));
            }
            else
            {
                effects[known] = effects[known] with { Fall = effects[known].Fall + fall, After = score };
            }
        }

        return new(start, score, effects);

        TaskScore ScoreAfter(int count)
        {
            var state = MeasuredState.Over(model.Instrument, adopted, entries.Take(count).Select(entry => entry.Answer), on);
            return model.Score(state.Task, state.Body, on);
        }
    }
}
