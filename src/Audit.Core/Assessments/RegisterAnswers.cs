using Audit.Core.Instruments;

namespace Audit.Core.Assessments;

/// <summary>An answer that the register gives, with where it comes from.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="OptionId">The answer.</param>
/// <param name="Verdict">The verdict behind it; the most severe when there are more.</param>
/// <param name="DistinctionIds">The distinctions that give it.</param>
public sealed record RegisterAnswer(string QuestionId, string OptionId, DistinctionVerdict Verdict, IReadOnlyList<string> DistinctionIds);

/// <summary>Answers questions from the register of distinctions: of all distinctions that count the most severe answer wins.</summary>
/// <remarks>
/// A criterion that turned out to make no distinction says nothing about other criteria and fills nothing. The team's own answer counts when it is
/// more severe; its "weet niet" stays open beside distinctions that are all justified, and never hides one that is not.
/// </remarks>
public static class RegisterAnswers
{
    /// <summary>Whether an instrument knows every word of a distinction; one that it does not know is kept aside and not counted.</summary>
    /// <param name="instrument">The instrument, perhaps another version than the one for which the distinction was recorded.</param>
    /// <param name="distinction">The distinction.</param>
    public static bool Fits(Instrument instrument, Distinction distinction) =>
        instrument.Components.Any(component => component.Id == distinction.ComponentId)
        && distinction.GroundIds.All(id => instrument.Register.FindGround(id) is not null)
        && (distinction.Exception is Distinction.NoException or Distinction.UnknownException
            || instrument.Register.Exceptions.Any(exception => exception.Id == distinction.Exception));

    /// <summary>What the register says, question by question; a question about which it says nothing is missing.</summary>
    /// <param name="instrument">The instrument with its register.</param>
    /// <param name="distinctions">The distinctions of one task.</param>
    /// <param name="day">Reference date: a ground that no law protected that day does not count, nor does an exception that was not in force.</param>
    public static IReadOnlyList<RegisterAnswer> Of(Instrument instrument, IReadOnlyList<Distinction> distinctions, DateOnly day) =>
        distinctions.Count == 0
            ? []
            : [.. instrument.Register.Fills.Select(fill => AnswerOf(instrument, fill, distinctions, day)).OfType<RegisterAnswer>()];

    /// <summary>The answers of a task as they count: its own, with what the register adds.</summary>
    /// <param name="instrument">The instrument with its register.</param>
    /// <param name="task">The task with its answers and distinctions.</param>
    /// <param name="day">Reference date.</param>
    public static IReadOnlyDictionary<string, Answer> Effective(Instrument instrument, PublicTask task, DateOnly day)
    {
        if (Of(instrument, task.Distinctions, day) is not { Count: > 0 } filled)
        {
            return task.Answers;
        }

        var answers = new Dictionary<string, Answer>(task.Answers);
        foreach (var given in filled)
        {
            var own = answers.GetValueOrDefault(given.QuestionId);
            if (Prevails(instrument, given, own))
            {
                answers[given.QuestionId] = new Answer(given.OptionId, Motivation: own?.Motivation, Source: own?.Source, By: own?.By, At: own?.At);
            }
        }

        return answers;
    }

    private static bool Prevails(Instrument instrument, RegisterAnswer given, Answer? own)
    {
        if (own is null || own.Value == Answer.NotApplicable)
        {
            return true;
        }

        if (own.Value == Answer.Unknown)
        {
            return given.Verdict > DistinctionVerdict.Justified;
        }

        var question = QuestionOf(instrument, given.QuestionId);
        return ValueOf(question, own.Value) < ValueOf(question, given.OptionId);
    }

    private static RegisterAnswer? AnswerOf(Instrument instrument, RegisterFill fill, IReadOnlyList<Distinction> distinctions, DateOnly day)
    {
        var question = QuestionOf(instrument, fill.QuestionId);
        var answers = distinctions
            .Where(distinction => distinction.Kind != DistinctionKind.None && Counts(instrument.Register, fill, distinction, day))
            .Select(distinction => (distinction.Id, distinction.Kind, Verdict: DistinctionTest.VerdictOf(distinction, instrument.Register, day)))
            .Select(tested => (tested.Id, tested.Verdict, Option: fill.Options.FirstOrDefault(option => option.Fits(tested.Kind, tested.Verdict))?.OptionId))
            .Where(answer => answer.Option is not null)
            .ToLookup(answer => answer.Option!);
        return answers.MaxBy(same => ValueOf(question, same.Key)) is { } worst
            ? new(fill.QuestionId, worst.Key, worst.Max(answer => answer.Verdict), [.. worst.Select(answer => answer.Id)])
            : null;
    }

    private static bool Counts(DistinctionRegister register, RegisterFill fill, Distinction distinction, DateOnly day) =>
        (fill.ComponentIds.Count == 0 || fill.ComponentIds.Contains(distinction.ComponentId))
        && distinction.GroundIds.Any(id => (fill.GroundIds.Count == 0 || fill.GroundIds.Contains(id)) && register.FindGround(id)?.IsProtectedOn(day) == true);

    private static Question QuestionOf(Instrument instrument, string id) => instrument.TaskQuestions.First(question => question.Id == id);

    private static double ValueOf(Question question, string optionId) =>
        question.IndexOf(optionId) is var index and >= 0 ? question.Scale.Options[index].Value ?? 0 : 0;
}
