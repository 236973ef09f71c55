using Audit.Core.Actions.Effects;
using Audit.Core.Instruments;

namespace Audit.Workflows.Actions.Effects;

/// <summary>Sentences about the effect of an action, in the language of who closes it.</summary>
public static class EffectTexts
{
    /// <summary>Longest part of a statement that the program adds.</summary>
    private const int LongestAddition = 900;

    /// <summary>What still has to be measured.</summary>
    public static string Lacking(IReadOnlyList<MeasurementNeed> needs)
    {
        var lacking = needs.Where(need => need.IsLacking).ToList();
        var questions = lacking.Select(need => need.QuestionId).OfType<string>().ToList();
        return questions.Count > 0
            ? Tr($"Meet eerst het effect opnieuw, met bewijs E2 of beter: {string.Join(", ", questions)}.")
            : Tr($"Meet eerst het effect, met bewijs E2 of beter.");
    }

    /// <summary>A statement with what was promised and not reached behind it, so that no closing is silent about that.</summary>
    public static string Statement(string typed, ActionEffect effect)
    {
        var missed = effect.Questions.Where(question => question.IsShort)
            .Select(question => Tr($"{question.Question.Id} (gemeten: {Label(question.Question, question.Measured!.Option)} {question.Measured.Evidence}; beloofd: {Label(question.Question, question.Promised!.To)}{(question.Promised.Evidence is { } grade ? $" {grade}" : string.Empty)})"))
            .ToList();
        var addition = Tr($"Het beloofde is niet bereikt bij: {string.Join(", ", missed)}.");
        return missed.Count == 0 ? typed : $"{typed}\n{(addition.Length <= LongestAddition ? addition : Tr($"Het beloofde is niet bereikt bij {missed.Count} vragen."))}";
    }

    private static string Label(Question question, string option) =>
        question.IndexOf(option) is >= 0 and var index ? question.Scale.Options[index].Label.Shown() : option;
}
