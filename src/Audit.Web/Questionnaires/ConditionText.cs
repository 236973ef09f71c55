using Audit.Core.Instruments;

namespace Audit.Web.Questionnaires;

/// <summary>Says in a sentence when a question applies.</summary>
public sealed class ConditionText(Instrument instrument)
{
    private readonly Dictionary<string, Question> questions = instrument.AllQuestions.ToDictionary(question => question.Id);

    /// <summary>The sentence; null for a question that always applies.</summary>
    public string? Of(Question question) => question.When is { } when ? Tr($"Alleen beantwoorden als {Clause(when)}.") : null;

    /// <summary>A condition as a part of a sentence: "het antwoord op vraag R1 … is".</summary>
    public string Clause(Condition condition) => condition switch
    {
        AllOf all => string.Join(Tr($" en "), all.Parts.Select(Nested)),
        AnyOf any => string.Join(Tr($" of "), any.Parts.Select(Nested)),
        NotOf not => Tr($"niet geldt dat {Clause(not.Part)}"),
        AnswerIn leaf => Leaf(leaf),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private string Nested(Condition condition) => condition is AllOf or AnyOf ? $"({Clause(condition)})" : Clause(condition);

    private string Leaf(AnswerIn leaf)
    {
        var question = questions[leaf.Question];
        var labels = leaf.Options.Select(option => $"“{question.Scale.Options[question.IndexOf(option)].Label.Shown()}”");
        return Tr($"het antwoord op vraag {question.Id} (“{question.Text.Shown()}”) {string.Join(Tr($" of "), labels)} is");
    }
}
