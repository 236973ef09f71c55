using Audit.Core.Instruments;
using Audit.Data.Database;

namespace Audit.Web.Questionnaires;

/// <summary>Puts together what a page shows of a question.</summary>
public sealed class CardMaker(Instrument instrument, PartProgress progress)
{
    private readonly ConditionText conditions = new(instrument);
    private readonly Dictionary<string, SourceReference> sources = instrument.Sources.ToDictionary(source => source.Id);

    /// <summary>Makes the card.</summary>
    /// <param name="question">The question.</param>
    /// <param name="typed">What was typed and could not all be saved; null to show what is stored.</param>
    /// <param name="row">What is stored.</param>
    /// <param name="inConflict">Whether a colleague stored it meanwhile.</param>
    public QuestionCard Make(Question question, TypedAnswer? typed, AnswerRow? row, bool inConflict)
    {
        var stored = TypedAnswer.Of(row);
        // The newest version counts as seen from now on: who saves again has read the colleague's answer.
        return new QuestionCard(question, typed is null ? stored : typed with { Seen = stored.Seen })
        {
            Condition = conditions.Of(question),
            IsNotNeeded = progress.IsNotNeeded(question),
            Theirs = inConflict ? stored : null,
            TheirName = inConflict ? row?.By : null,
            Sources = [.. question.Sources.Select(id => sources[id])],
            IsUnofficial = instrument.Status == InstrumentStatus.Unofficial,
        };
    }
}
