using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Workflows.Actions.Effects;

namespace Audit.Workflows.Cases;

/// <summary>How a task stood at some moment.</summary>
/// <param name="Round">The round.</param>
/// <param name="IsMeasured">True for the measured state after the round, false for its own answers.</param>
/// <param name="AtUtc">When: adoption, or the beginning of a round that is not adopted; the day of the newest measurement.</param>
/// <param name="Score">Its score on the instrument and profile of that round.</param>
public sealed record TrendPoint(Case Round, bool IsMeasured, DateTime AtUtc, TaskScore Score)
{
    /// <summary>The same answers on the instrument and profile of the newest round, as far as they fit; null when those are the same.</summary>
    public TaskScore? Rescored { get; init; }

    /// <summary>How many of its answers do not fit there and were left out.</summary>
    public int SetAside { get; init; }

    /// <summary>Whether it can be set beside the newest round as it is.</summary>
    public bool IsComparable => Rescored is null;
}

/// <summary>A task over the rounds, oldest first.</summary>
/// <param name="TaskKey">Key of the task in every round.</param>
/// <param name="Name">Its name in the newest round that has it.</param>
/// <param name="Points">Oldest first; rounds without the task have none.</param>
public sealed record TaskTrend(string TaskKey, string Name, IReadOnlyList<TrendPoint> Points)
{
    /// <summary>The tasks of a chain of rounds: those of the newest round first, then those that are gone.</summary>
    /// <param name="db">The database.</param>
    /// <param name="rounds">Oldest first; at least one.</param>
    /// <param name="nowUtc">The moment.</param>
    public static async Task<IReadOnlyList<TaskTrend>> OfAsync(AuditContext db, IReadOnlyList<Case> rounds, DateTime nowUtc)
    {
        var points = new List<(string Key, TrendPoint Point)>();
        foreach (var round in rounds)
        {
            var measured = await EffectRecords.OfCaseAsync(db, round.Row.Id);
            points.AddRange(round.Answers.Tasks.SelectMany(task => new RoundReading(round, rounds[^1], nowUtc).Of(task, measured).Select(point => (task.Id, point))));
        }

        var byTask = points.ToLookup(pair => pair.Key, pair => pair.Point);
        var tasks = Enumerable.Reverse(rounds).SelectMany(round => round.Tasks).DistinctBy(task => task.Key);
        return [.. tasks.Select(task => new TaskTrend(task.Key, task.Name, [.. byTask[task.Key]]))];
    }

    /// <summary>One round as it is read beside the newest.</summary>
    private sealed class RoundReading(Case round, Case newest, DateTime nowUtc)
    {
        private readonly ScoringModel model = ModelOf(round);
        private readonly ScoringModel newestModel = ModelOf(newest);
        private readonly DateOnly on = round.ReferenceDate(nowUtc);

        private bool IsSame => (round.Instrument.Sha256, round.Profile.Sha256) == (newest.Instrument.Sha256, newest.Profile.Sha256);

        public IEnumerable<TrendPoint> Of(PublicTask task, IReadOnlyList<RecordedMeasurement> measured)
        {
            var entries = MeasuredAnswers.OfTask(measured, round.Instrument.Value, task.Id);
            var adopted = new TaskState(task, round.Answers.CrossCutting);
            yield return PointOf(adopted, null);
            if (entries.Count > 0)
            {
                var day = entries.Max(entry => entry.Answer.On).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
                yield return PointOf(MeasuredState.Over(round.Instrument.Value, adopted, entries.Select(entry => entry.Answer), on), day);
            }
        }

        private TrendPoint PointOf(TaskState state, DateTime? measuredUtc)
        {
            var score = model.Score(state.Task, state.Body, on);
            var point = new TrendPoint(round, measuredUtc is not null, measuredUtc ?? round.Row.AdoptedUtc ?? round.Row.CreatedUtc, score);
            if (IsSame)
            {
                return point;
            }

            var recorded = round.Answers with { Tasks = [state.Task], CrossCutting = state.Body };
            var fitting = new AnswerFit(newest.Instrument.Value).Fitting(recorded);
            return point with
            {
                Rescored = newestModel.Score(fitting.Tasks[0], fitting.CrossCutting, on),
                SetAside = VersionEffect.Of(recorded, model, newestModel, on).SetAside.Count,
            };
        }

        private static ScoringModel ModelOf(Case current) => new(current.Instrument.Value, (ComputedProfile)current.Profile.Value);
    }
}
