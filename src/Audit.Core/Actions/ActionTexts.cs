using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Sentences about why a measure is in the plan of a task.</summary>
internal sealed class ActionTexts(TaskPlan plan, TaskScore score, Instrument instrument)
{
    private readonly Dictionary<string, Question> questions = instrument.AllQuestions.ToDictionary(question => question.Id);
    private readonly Dictionary<string, QuestionTrace> traces = score.Trace.ToDictionary(trace => trace.QuestionId);

    public string ComponentOf(Measure measure) =>
        instrument.Components.FirstOrDefault(part => part.Id == measure.ComponentId)?.Title.Nl ?? measure.ComponentId;

    public Sentence RiskOf(PlannedMeasure planned) => Sentence.Join(" ", planned.Because.Select(id => RiskOf(planned.Measure, questions[id])));

    public Sentence WhyOf(PlannedMeasure planned) => Sentence.Join(" ", planned.Because.Select(id => WhyOf(planned.Measure, questions[id])));

    public Sentence EffectOf(double? before, PlannedMeasure planned)
    {
        var after = Sentence.Of($"klasse na het hele plan: {plan.After.Working.InSentence()}");
        return before is { } from && planned.ResidualHighAfter is { } to
            ? Sentence.Of($"restrisico van ten hoogste {new Figure(from)} naar {new Figure(to)}; {after}")
            : after;
    }

    private Sentence RiskOf(Measure measure, Question question)
    {
        var text = question.Text;
        return traces[question.Id].State switch
        {
            QuestionState.Answered when question.Kind == QuestionKind.Safeguard && EffectOn(measure, question).To == traces[question.Id].Option =>
                Sentence.Of($"Waarborg nog zwak onderbouwd: op de vraag ‘{text}’ is het antwoord ‘{AnswerTo(question)}’."),
            QuestionState.Answered when question.Kind == QuestionKind.Safeguard =>
                Sentence.Of($"Waarborg nog niet op orde: op de vraag ‘{text}’ is het antwoord ‘{AnswerTo(question)}’."),
            QuestionState.Answered => Sentence.Of($"Blootstelling: op de vraag ‘{text}’ is het antwoord ‘{AnswerTo(question)}’."),
            QuestionState.Open => Sentence.Of($"Nog onbekend: de vraag ‘{text}’ is niet beantwoord en telt mee als het ongunstigste antwoord."),
            QuestionState.Undetermined => Sentence.Of($"Nog onzeker: of de vraag ‘{text}’ geldt, hangt af van een antwoord dat nog open is."),
            QuestionState.Removed => Sentence.Of($"Nu niet aan de orde: de vraag ‘{text}’."),
        };
    }

    private Sentence WhyOf(Measure measure, Question question)
    {
        var effect = EffectOn(measure, question);
        var to = LabelOf(question, effect.To);
        var from = traces[question.Id].State == QuestionState.Answered ? AnswerTo(question) : null;
        var proof = question.Kind == QuestionKind.Safeguard && effect.Evidence is { } grade ? Sentence.Of($", met als bewijs: {NameOf(grade)}") : Sentence.Fixed("");
        return from == to
            ? Sentence.Of($"De maatregel onderbouwt het antwoord ‘{to}’ op de vraag ‘{question.Text}’ beter{proof}.")
            : Sentence.Of($"De maatregel brengt het antwoord op de vraag ‘{question.Text}’ naar verwachting van {(from is null ? Sentence.Of($"onbekend") : Sentence.Of($"‘{from}’"))} naar ‘{to}’{proof}.");
    }

    private static MeasureEffect EffectOn(Measure measure, Question question) => measure.Effects.First(effect => effect.QuestionId == question.Id);

    private LocalizedText AnswerTo(Question question) => LabelOf(question, traces[question.Id].Option!);

    private static LocalizedText LabelOf(Question question, string optionId) =>
        question.IndexOf(optionId) is >= 0 and var index ? question.Scale.Options[index].Label : optionId;

    private static Sentence NameOf(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.E0 => Sentence.Of($"verklaring (E0)"),
        EvidenceGrade.E1 => Sentence.Of($"document (E1)"),
        EvidenceGrade.E2 => Sentence.Of($"steekproef in de praktijk (E2)"),
        EvidenceGrade.E3 => Sentence.Of($"onafhankelijk onderzoek of data (E3)"),
    };
}
