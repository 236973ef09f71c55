using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Web.Access;
using Audit.Web.Texts;

namespace Audit.Web.Questionnaires;

/// <summary>Puts together what a page shows of a question.</summary>
public sealed class CardMaker
{
    private readonly Instrument instrument;
    private readonly PartProgress progress;
    private readonly Glossary glossary;
    private readonly ConditionText conditions;
    private readonly Dictionary<string, SourceReference> sources;
    private readonly Dictionary<string, RegisterAnswer> filled;
    private readonly string? registerHref;

    /// <param name="view">The case.</param>
    /// <param name="part">The questions of the page.</param>
    /// <param name="glossary">Terms to explain.</param>
    /// <param name="nowUtc">The moment.</param>
    public CardMaker(CaseView view, QuestionPart part, Glossary glossary, DateTime nowUtc)
    {
        this.glossary = glossary;
        instrument = view.Case.Instrument.Value;
        progress = PartProgress.Of(view.Case, part.TaskKey, nowUtc);
        conditions = new(instrument);
        sources = instrument.Sources.ToDictionary(source => source.Id);
        var distinctions = view.Case.Answers.Tasks.FirstOrDefault(task => task.Id == part.TaskKey)?.Distinctions ?? [];
        filled = RegisterAnswers.Of(instrument, distinctions, view.Case.ReferenceDate(nowUtc)).ToDictionary(answer => answer.QuestionId);
        registerHref = part.IsForBody ? null : StepLinks.Distinctions(view.Id, part.TaskKey);
    }

    /// <summary>Makes the card.</summary>
    /// <param name="question">The question.</param>
    /// <param name="typed">What was typed and could not all be saved; null to show what is stored.</param>
    /// <param name="stored">What is stored; null when nothing is.</param>
    /// <param name="inConflict">Whether a colleague stored it meanwhile.</param>
    public QuestionCard Make(Question question, TypedAnswer? typed, StoredAnswer? stored, bool inConflict)
    {
        var fields = stored?.Fields ?? TypedAnswer.Nothing;
        // The newest version counts as seen from now on: who saves again has read the colleague's answer.
        return new QuestionCard(question, typed is null ? fields : typed with { Seen = fields.Seen })
        {
            Condition = conditions.Of(question),
            IsNotNeeded = progress.IsNotNeeded(question),
            Theirs = inConflict ? fields : null,
            TheirName = inConflict ? stored?.By : null,
            Sources = [.. question.Sources.Select(id => sources[id])],
            RegisterHref = instrument.Register.Fills.Any(fill => fill.QuestionId == question.Id) ? registerHref : null,
            RegisterLabel = filled.TryGetValue(question.Id, out var answer) ? question.Scale.Options[question.IndexOf(answer.OptionId)].Label.Shown() : null,
            Terms = glossary.In($"{question.Text.Shown()} {question.Guidance.Help?.Shown()}"),
            IsUnofficial = instrument.Status == InstrumentStatus.Unofficial,
        };
    }
}
