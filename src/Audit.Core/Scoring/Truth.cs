using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>Truth value in Kleene's three-valued logic.</summary>
/// <remarks>Source: S.C. Kleene, <i>Introduction to Metamathematics</i> (1952), §64. The order makes "and" the minimum and "or" the maximum.</remarks>
public enum Truth
{
    /// <summary>Certainly false.</summary>
    False,

    /// <summary>Depends on an answer that is still open.</summary>
    Open,

    /// <summary>Certainly true.</summary>
    True,
}

/// <summary>A condition with its question ids replaced by positions, so that it can be evaluated thousands of times.</summary>
internal abstract record CompiledCondition
{
    /// <summary>Translates a condition.</summary>
    /// <param name="condition">The condition as written in the instrument.</param>
    /// <param name="indexOf">Position and definition of a question by id.</param>
    public static CompiledCondition From(Condition condition, Func<string, (int Index, Question Question)> indexOf) => condition switch
    {
        AllOf all => new Combined([.. all.Parts.Select(part => From(part, indexOf))], Conjunction: true),
        AnyOf any => new Combined([.. any.Parts.Select(part => From(part, indexOf))], Conjunction: false),
        NotOf not => new Negated(From(not.Part, indexOf)),
        AnswerIn leaf => Leaf(leaf, indexOf(leaf.Question)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>The truth value, given the state and the option of every question.</summary>
    public abstract Truth Evaluate(QuestionState[] states, int[] recorded);

    private static AnswerMatches Leaf(AnswerIn leaf, (int Index, Question Question) target)
    {
        var accepted = new bool[target.Question.Scale.Options.Count];
        foreach (var option in leaf.Options)
        {
            accepted[target.Question.IndexOf(option)] = true;
        }

        return new AnswerMatches(target.Index, accepted);
    }

    private sealed record Combined(CompiledCondition[] Parts, bool Conjunction) : CompiledCondition
    {
        public override Truth Evaluate(QuestionState[] states, int[] recorded)
        {
            var result = Conjunction ? Truth.True : Truth.False;
            foreach (var part in Parts)
            {
                var truth = part.Evaluate(states, recorded);
                result = Conjunction ? (Truth)Math.Min((int)result, (int)truth) : (Truth)Math.Max((int)result, (int)truth);
            }

            return result;
        }
    }

    private sealed record Negated(CompiledCondition Part) : CompiledCondition
    {
        public override Truth Evaluate(QuestionState[] states, int[] recorded) => Truth.True - Part.Evaluate(states, recorded) + Truth.False;
    }

    private sealed record AnswerMatches(int Index, bool[] Accepted) : CompiledCondition
    {
        public override Truth Evaluate(QuestionState[] states, int[] recorded) => states[Index] switch
        {
            QuestionState.Removed => Truth.False,
            QuestionState.Open or QuestionState.Undetermined => Truth.Open,
            QuestionState.Answered => Accepted[recorded[Index]] ? Truth.True : Truth.False,
        };
    }
}
