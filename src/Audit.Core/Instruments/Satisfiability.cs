namespace Audit.Core.Instruments;

/// <summary>Whether a condition can ever hold: whether some set of answers makes it true.</summary>
/// <remarks>
/// Tries every combination of answers to the questions that the condition depends on, directly or through the conditions of those questions.
/// A question that is not asked has no answer, so every statement about it is false.
/// </remarks>
public sealed class Satisfiability
{
    private const double MostCombinations = 1_000_000;

    private readonly Dictionary<string, Question> questions;

    /// <summary>Prepares an instrument.</summary>
    /// <param name="instrument">Its questions, without a circle in their conditions.</param>
    public Satisfiability(Instrument instrument) => questions = instrument.AllQuestions.ToDictionary(question => question.Id);

    /// <summary>Whether a question can ever be asked.</summary>
    /// <param name="question">A question of the instrument.</param>
    public bool CanBeAsked(Question question) => question.When is null || CanHold(question.When);

    /// <summary>Whether the condition can hold; true as well when there are more than a million combinations to try.</summary>
    /// <param name="condition">A condition on questions of the instrument.</param>
    public bool CanHold(Condition condition)
    {
        var needed = new List<Question>();
        Collect(condition, needed);
        return needed.Aggregate(1d, (product, question) => product * (question.Scale.Options.Count + 1)) > MostCombinations
            || Try(condition, needed, 0, []);
    }

    /// <summary>Collects the questions so that each comes after those on which its own condition depends.</summary>
    private void Collect(Condition condition, List<Question> needed)
    {
        foreach (var question in condition.Questions.Distinct().Select(id => questions[id]).Where(question => !needed.Contains(question)))
        {
            if (question.When is not null)
            {
                Collect(question.When, needed);
            }

            if (!needed.Contains(question))
            {
                needed.Add(question);
            }
        }
    }

    private static bool Try(Condition condition, List<Question> needed, int next, Dictionary<string, string> chosen)
    {
        if (next == needed.Count)
        {
            return Holds(condition, chosen);
        }

        var question = needed[next];
        if (question.When is not null && !Holds(question.When, chosen))
        {
            return Try(condition, needed, next + 1, chosen);
        }

        foreach (var option in question.Scale.Options)
        {
            chosen[question.Id] = option.Id;
            if (Try(condition, needed, next + 1, chosen))
            {
                return true;
            }
        }

        chosen.Remove(question.Id);
        return Try(condition, needed, next + 1, chosen);
    }

    private static bool Holds(Condition condition, Dictionary<string, string> chosen) => condition switch
    {
        AllOf all => all.Parts.All(part => Holds(part, chosen)),
        AnyOf any => any.Parts.Any(part => Holds(part, chosen)),
        NotOf not => !Holds(not.Part, chosen),
        AnswerIn leaf => chosen.TryGetValue(leaf.Question, out var option) && leaf.Options.Contains(option),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };
}
