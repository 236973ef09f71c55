namespace Audit.Core.Instruments;

/// <summary>One answer that a question offers.</summary>
/// <param name="Id">Stable id that answers and conditions refer to; never <c>unknown</c> or <c>na</c>.</param>
/// <param name="Value">Share of the risk or the safeguard that this answer stands for, in [0, 1]; null on scales that are not scored.</param>
/// <param name="Level">Severity level 1 to 4; null on scales that do not measure severity.</param>
/// <param name="Label">What the user reads.</param>
public sealed record AnswerOption(string Id, double? Value, int? Level, LocalizedText Label);

/// <summary>A list of answers that several questions share.</summary>
/// <param name="Id">Stable id within the instrument.</param>
/// <param name="Options">The answers in the order shown; at least one.</param>
public sealed record Scale(string Id, IReadOnlyList<AnswerOption> Options);
