using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Review;

/// <summary>How one question that a gate looks at was answered.</summary>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="State">How the answer counts.</param>
/// <param name="Option">Id of the chosen option; null when there is none.</param>
public sealed record GateAnswer(string QuestionId, QuestionState State, string? Option);

/// <summary>Why a gate is in the state that it is in: what a jurist had before them, to compare with what is there later.</summary>
/// <param name="State">State of the gate.</param>
/// <param name="Answers">The questions that the gate looks at, each once, in reading order.</param>
public sealed record GateReason(Truth State, IReadOnlyList<GateAnswer> Answers)
{
    /// <summary>The reason now; null when the gate is not in force on the reference date of the score.</summary>
    /// <param name="score">Score of the task.</param>
    /// <param name="gate">The gate.</param>
    public static GateReason? Of(TaskScore score, Gate gate)
    {
        if (score.Gates.FirstOrDefault(result => result.Gate.Id == gate.Id) is not { } found)
        {
            return null;
        }

        var traces = score.Trace.ToDictionary(trace => trace.QuestionId);
        return new(found.State, [.. gate.When.Questions.Distinct().Select(id => new GateAnswer(id, traces[id].State, traces[id].Option))]);
    }

    /// <summary>Whether the gate stands as it stood, for the same answers.</summary>
    /// <param name="other">The reason at another moment; null when the gate was not in force.</param>
    public bool IsSameAs(GateReason? other) => other is not null && State == other.State && Answers.SequenceEqual(other.Answers);
}
