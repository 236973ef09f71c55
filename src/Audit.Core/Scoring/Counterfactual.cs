using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>A change of one answer.</summary>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="From">Option now; "unknown" while open.</param>
/// <param name="To">Option after the change.</param>
public sealed record AnswerChange(string QuestionId, string From, string To);

/// <summary>A smallest set of answer changes that would lower the working class.</summary>
/// <param name="Changes">One to three changes, in instrument order.</param>
/// <param name="Class">Working class after the changes.</param>
/// <param name="ResidualHigh">R.hi after the changes, in [0, 1].</param>
public sealed record Counterfactual(IReadOnlyList<AnswerChange> Changes, RiskClass Class, double ResidualHigh);
