using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Plain Dutch sentences about why a measure is in the plan of a task.</summary>
internal sealed class ActionTexts(TaskPlan plan, TaskScore score, Instrument instrument)
{
    private readonly Dictionary<string, Question> questions = instrument.AllQuestions.ToDictionary(question => question.Id);
    private readonly Dictionary<string, QuestionTrace> traces = score.Trace.ToDictionary(trace => trace.QuestionId);

    public string ComponentOf(Measure measure) =>
        instrument.Components.FirstOrDefault(part => part.Id == measure.ComponentId)?.Title.Nl ?? measure.ComponentId;

    public string RiskOf(PlannedMeasure planned) => string.Join(' ', planned.Because.Select(id => RiskOf(planned.Measure, questions[id])));

    public string WhyOf(PlannedMeasure planned) => string.Join(' ', planned.Because.Select(id => WhyOf(planned.Measure, questions[id])));

    public string EffectOf(double? before, PlannedMeasure planned)
    {
        var after = $"klasse na het hele plan: {plan.After.Working?.Dutch() ?? "niet te bepalen"}";
        return before is { } from && planned.ResidualHighAfter is { } to
            ? $"restrisico van ten hoogste {DutchNumber.Of(from)} naar {DutchNumber.Of(to)}; {after}"
            : after;
    }

    private string RiskOf(Measure measure, Question question)
    {
        var text = question.Text.Nl;
        return traces[question.Id].State switch
        {
            QuestionState.Answered when question.Kind == QuestionKind.Safeguard && EffectOn(measure, question).To == traces[question.Id].Option =>
                $"Waarborg nog zwak onderbouwd: op de vraag ‘{text}’ is het antwoord ‘{AnswerTo(question)}’.",
            QuestionState.Answered when question.Kind == QuestionKind.Safeguard =>
                $"Waarborg nog niet op orde: op de vraag ‘{text}’ is het antwoord ‘{AnswerTo(question)}’.",
            QuestionState.Answered => $"Blootstelling: op de vraag ‘{text}’ is het antwoord ‘{AnswerTo(question)}’.",
            QuestionState.Open => $"Nog onbekend: de vraag ‘{text}’ is niet beantwoord en telt mee als het ongunstigste antwoord.",
            QuestionState.Undetermined => $"Nog onzeker: of de vraag ‘{text}’ geldt, hangt af van een antwoord dat nog open is.",
            QuestionState.Removed => $"Nu niet aan de orde: de vraag ‘{text}’.",
        };
    }

    private string WhyOf(Measure measure, Question question)
    {
        var effect = EffectOn(measure, question);
        var to = LabelOf(question, effect.To);
        var from = traces[question.Id].State == QuestionState.Answered ? AnswerTo(question) : null;
        var proof = question.Kind == QuestionKind.Safeguard && effect.Evidence is { } grade ? $", met als bewijs: {Dutch(grade)}" : "";
        return from == to
            ? $"De maatregel onderbouwt het antwoord ‘{to}’ op de vraag ‘{question.Text.Nl}’ beter{proof}."
            : $"De maatregel brengt het antwoord op de vraag ‘{question.Text.Nl}’ naar verwachting van {(from is null ? "onbekend" : $"‘{from}’")} naar ‘{to}’{proof}.";
    }

    private static MeasureEffect EffectOn(Measure measure, Question question) => measure.Effects.First(effect => effect.QuestionId == question.Id);

    private string AnswerTo(Question question) => LabelOf(question, traces[question.Id].Option!);

    private static string LabelOf(Question question, string optionId) =>
        question.IndexOf(optionId) is >= 0 and var index ? question.Scale.Options[index].Label.Nl : optionId;

    private static string Dutch(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.E0 => "verklaring (E0)",
        EvidenceGrade.E1 => "document (E1)",
        EvidenceGrade.E2 => "steekproef in de praktijk (E2)",
        EvidenceGrade.E3 => "onafhankelijk onderzoek of data (E3)",
    };
}
