using Audit.Core.Assessments;
using Audit.Core.Scoring;

namespace Audit.Core.Review;

/// <summary>A question about one subject that an auditor can rate.</summary>
/// <param name="TaskKey">Key of the task; empty for answers given once for the body.</param>
/// <param name="ComponentId">Id of the component or cross-cutting part, or <see cref="Severity"/>: the stratum of the draw.</param>
/// <param name="QuestionId">Id of the question.</param>
public sealed record RatingPlace(string TaskKey, string ComponentId, string QuestionId)
{
    /// <summary>Name of the stratum of the questions on severity, which belong to no component.</summary>
    public const string Severity = "severity";
}

/// <summary>The questions that an auditor rates before seeing the answers: which there are, how many to draw, and the draw itself. Dutch: <c>steekproef</c>.</summary>
public static class RatingSample
{
    /// <summary>Share of the questions that is drawn unless the auditor chooses otherwise; own proposal, no unit.</summary>
    public const double DefaultShare = 0.2;

    /// <summary>Every question that is asked for some task or for the body: those that certainly do not apply are left out, those that the team calls "n.v.t." are not.</summary>
    /// <param name="model">Instrument and profile.</param>
    /// <param name="assessment">The answers of all tasks and of the body.</param>
    /// <param name="on">Reference date.</param>
    /// <returns>In the order of the tasks, those of the body last; within each in the order of the instrument.</returns>
    public static IReadOnlyList<RatingPlace> Applicable(ScoringModel model, Assessment assessment, DateOnly on)
    {
        var instrument = model.Instrument;
        var body = new PublicTask(string.Empty, string.Empty, new Dictionary<string, Answer>());
        return
        [
            .. assessment.Tasks.SelectMany(task => Asked(
                model.Score(task, assessment.CrossCutting, on), RegisterAnswers.Effective(instrument, task, on), instrument.TaskQuestions.Select(question => question.Id))),
            .. Asked(model.Score(body, assessment.CrossCutting, on), assessment.CrossCutting, instrument.BodyQuestions.Select(question => question.Id)),
        ];

        IEnumerable<RatingPlace> Asked(TaskScore score, IReadOnlyDictionary<string, Answer> answers, IEnumerable<string> questions)
        {
            var removed = score.Trace.Where(trace => trace.State == QuestionState.Removed).Select(trace => trace.QuestionId).ToHashSet();
            return questions
                .Where(id => !removed.Contains(id) || answers.GetValueOrDefault(id)?.Value == Answer.NotApplicable)
                .Select(id => new RatingPlace(score.TaskId, instrument.ComponentOf(id)?.Id ?? RatingPlace.Severity, id));
        }
    }

    /// <summary>How many questions to draw unless the auditor chooses otherwise: a fifth, at least <see cref="Coefficient.MinimumItems"/>, at most what there is.</summary>
    /// <param name="available">Questions that can be drawn. Unit: questions, at least 0.</param>
    /// <returns>Unit: questions.</returns>
    public static int DefaultSize(int available) =>
        Math.Min(available, Math.Max(Coefficient.MinimumItems, (int)Math.Ceiling(available * DefaultShare)));

    /// <summary>
    /// Draws at random without putting back, from every component in proportion to its number of questions and at least one from each where the size allows.
    /// The same seed draws the same from the same questions, in whatever order they are given.
    /// </summary>
    /// <remarks>
    /// Places are divided by highest averages with divisors 1, 3, 5 … (A. Sainte-Laguë, 1910), after one for each component; within a component the
    /// questions with the lowest random numbers are drawn.
    /// </remarks>
    /// <param name="pool">What can be drawn; all different.</param>
    /// <param name="size">Unit: questions, 0 to the number in <paramref name="pool"/>.</param>
    /// <param name="seed">Any number; to be kept with the sample.</param>
    /// <returns>The drawn questions in the order of <paramref name="pool"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is not that much to draw.</exception>
    /// <exception cref="ArgumentException">A question is in the pool twice.</exception>
    public static IReadOnlyList<RatingPlace> Draw(IReadOnlyList<RatingPlace> pool, int size, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, pool.Count);
        if (pool.Distinct().Count() != pool.Count)
        {
            throw new ArgumentException("Every question at most once.", nameof(pool));
        }

        var strata = pool.GroupBy(place => place.ComponentId).ToDictionary(stratum => stratum.Key, stratum => stratum.ToList());
        var shares = Divide(strata.ToDictionary(stratum => stratum.Key, stratum => stratum.Value.Count), size, seed);
        var drawn = strata.SelectMany(stratum => stratum.Value.OrderBy(place => Number(seed, $"{place.ComponentId}\n{place.TaskKey}\n{place.QuestionId}")).Take(shares[stratum.Key])).ToHashSet();
        return [.. pool.Where(drawn.Contains)];
    }

    /// <summary>How many are drawn from each component.</summary>
    private static Dictionary<string, int> Divide(Dictionary<string, int> counts, int size, int seed)
    {
        var given = counts.Keys.ToDictionary(component => component, _ => size >= counts.Count ? 1 : 0);
        for (var left = size - given.Values.Sum(); left > 0; left--)
        {
            var next = counts.Keys
                .Where(component => given[component] < counts[component])
                .OrderByDescending(component => counts[component] / ((2.0 * given[component]) + 1))
                .ThenBy(component => Number(seed, component))
                .ThenBy(component => component, StringComparer.Ordinal)
                .First();
            given[next]++;
        }

        return given;
    }

    private static double Number(int seed, string name) => SplitMix64.Uniform(SplitMix64.StreamOf(unchecked((ulong)seed), name), 0);
}
