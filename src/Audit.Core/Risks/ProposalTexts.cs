using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Risks;

/// <summary>Sentences for proposed risks.</summary>
internal sealed class ProposalTexts(Instrument instrument, TaskScore score)
{
    private readonly Dictionary<string, Question> questions = instrument.AllQuestions.ToDictionary(question => question.Id);
    private readonly Dictionary<string, QuestionTrace> traces = score.Trace.ToDictionary(trace => trace.QuestionId);

    public RiskProposal OfGate(GateResult result)
    {
        var ids = result.Gate.When.Questions.Distinct().ToList();
        var fired = result.State == Truth.True;
        return new(score.TaskId, fired ? RiskCue.FiredGate : RiskCue.OpenGate, result.Gate.Id, ComponentOf(ids))
        {
            Title = Sentence.Of($"Het risico dat de taak burgers ongelijk behandelt: {Map(result.Gate.Text, text => InSentence(FirstSentence(text)))}"),
            Cause = fired
                ? Sentence.Of($"Drempelregel {result.Gate.Id} is geraakt: {result.Gate.Text}")
                : Sentence.Of($"Drempelregel {result.Gate.Id} is nog te onderzoeken: {result.Gate.Text}"),
            QuestionIds = ids,
        };
    }

    public RiskProposal OfDistinction(Distinction distinction) => new(score.TaskId, RiskCue.UnjustifiedDistinction, distinction.Id, distinction.ComponentId)
    {
        Title = Sentence.Of($"Het risico dat de taak burgers ongelijk behandelt door het criterium ‘{distinction.Criterion}’"),
        Cause = Sentence.Of($"In het onderscheidregister staat het criterium ‘{distinction.Criterion}’, zonder rechtvaardiging die standhoudt."),
        GroundIds = distinction.GroundIds,
    };

    public RiskProposal OfContribution(Contribution part)
    {
        var question = questions[part.QuestionId];
        var theme = instrument.Themes.FirstOrDefault(known => known.Id == question.Theme);
        var component = instrument.Components.First(known => known.Id == part.ComponentId);
        var where = Map(component.Title, InSentence);
        return new(score.TaskId, RiskCue.Contribution, question.Id, part.ComponentId)
        {
            Title = theme is null
                ? Sentence.Of($"Het risico dat de taak burgers ongelijk behandelt in {where} (vraag {question.Id})")
                : Sentence.Of($"Het risico dat de taak burgers ongelijk behandelt in {where}, bij {Map(theme.Title, InSentence)} (vraag {question.Id})"),
            Cause = Sentence.Of($"Op de vraag ‘{question.Text}’ is het antwoord {AnswerTo(question)}."),
            QuestionIds = [question.Id],
        };
    }

    /// <summary>The first part that counts and that the gate reads; a gate may read only questions that belong to no such part.</summary>
    private string ComponentOf(IEnumerable<string> questionIds) =>
        questionIds.Select(instrument.ComponentOf).FirstOrDefault(part => part is { IsScored: true })?.Id ?? instrument.ScoredComponents.First().Id;

    private Sentence AnswerTo(Question question) => traces[question.Id] is { State: QuestionState.Answered, Option: { } option } && question.IndexOf(option) is >= 0 and var index
        ? Sentence.Of($"‘{question.Scale.Options[index].Label}’")
        : Sentence.Of($"nog niet bekend");

    private static string FirstSentence(string text) => text.Split(". ")[0].TrimEnd('.');

    /// <summary>Without a capital, unless the word is an abbreviation.</summary>
    private static string InSentence(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static LocalizedText Map(LocalizedText text, Func<string, string> change) => new(change(text.Nl), text.En is { } english ? change(english) : null);
}
