using Audit.Core.Instruments;
using Audit.Data.Database;

namespace Audit.Workflows.Cases;

/// <summary>What saving an answer needs to know of a case: not its other answers, so that saving one takes the same time in a case of twenty tasks.</summary>
/// <param name="Row">The case.</param>
/// <param name="Instrument">The instrument on which it runs.</param>
public sealed record AnswerScope(AssessmentRow Row, Instrument Instrument)
{
    public CaseTrail Trail => new(Row.BodyId, Row.Id);
}

/// <summary>An answer that was saved, beside what it was.</summary>
/// <param name="Edit">What was saved.</param>
/// <param name="Before">The answer before; null when there was none.</param>
internal sealed record SavedAnswer(AnswerEdit Edit, Core.Assessments.Answer? Before);
