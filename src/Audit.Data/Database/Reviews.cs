namespace Audit.Data.Database;

/// <summary>A round of blind double rating: an auditor rates questions before seeing what the team answered.</summary>
public sealed class RatingRoundRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>The auditor who rates; the round is that person's alone.</summary>
    public Guid AuditorId { get; set; }

    /// <summary>1, 2, 3 … within the case.</summary>
    public int Sequence { get; set; }

    /// <summary>Seed of the draw, so that it can be repeated; null when the questions were chosen by hand.</summary>
    public int? Seed { get; set; }

    public DateTime BegunUtc { get; set; }

    /// <summary>True when the auditor had already opened a page with answers of this case: the figures then say that the rating was not blind.</summary>
    public bool SeenBefore { get; set; }

    /// <summary>When the ratings were handed in and the answers of the team were shown; null while the auditor rates.</summary>
    public DateTime? RevealedUtc { get; set; }

    public Guid Version { get; set; }
}

/// <summary>A question of the sample: what the auditor rated, what the team answered and what was decided.</summary>
public sealed class RatingRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid RoundId { get; set; }

    /// <summary>Key of the task, or empty for answers given once for the body.</summary>
    public required string TaskKey { get; set; }

    public required string QuestionId { get; set; }

    public int Position { get; set; }

    /// <summary>Option id, "unknown" or "na" of the auditor; null while not rated.</summary>
    public string? Value { get; set; }

    /// <summary>0–3 for E0–E3; null when not given.</summary>
    public int? Evidence { get; set; }

    public string? Motivation { get; set; }

    public DateTime? RatedUtc { get; set; }

    /// <summary>The answer of the team at the moment of revealing; null when it had given none.</summary>
    public string? TeamValue { get; set; }

    public int? TeamEvidence { get; set; }

    /// <summary>Revision of the team's answer that was compared; null when there was none.</summary>
    public int? TeamRevision { get; set; }

    /// <summary>The value that was agreed in the end; null while nobody decided. The answer of the team changes only by its own hand.</summary>
    public string? DecidedValue { get; set; }

    public string? DecisionReason { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedUtc { get; set; }

    public Guid Version { get; set; }
}

/// <summary>That an auditor has opened a page with answers of a case: from then on a rating is not blind any more.</summary>
public sealed class AnswerSightRow : IBodyOwned
{
    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public Guid UserId { get; set; }

    public DateTime FirstUtc { get; set; }
}

/// <summary>A suggestion to the keeper of the instrument about a question on which raters do not agree.</summary>
public sealed class KeeperSuggestionRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    /// <summary>The case from which it came.</summary>
    public Guid AssessmentId { get; set; }

    /// <summary>The published instrument in which the question stands.</summary>
    public Guid InstrumentId { get; set; }

    public required string QuestionId { get; set; }

    /// <summary>What is suggested, and the figures that it rests on.</summary>
    public required string Text { get; set; }

    public Guid MadeById { get; set; }

    public DateTime MadeUtc { get; set; }

    /// <summary>What the keeper did with it; null while nothing.</summary>
    public string? Response { get; set; }

    public bool? Accepted { get; set; }

    public Guid? HandledById { get; set; }

    public DateTime? HandledUtc { get; set; }

    public Guid Version { get; set; }
}

/// <summary>Something that a reviewer puts to the team. Its course is in <see cref="ReviewEntryRow"/>; nothing is overwritten.</summary>
public sealed class ReviewItemRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Key of the task, or empty for the whole case.</summary>
    public required string TaskKey { get; set; }

    /// <summary>Question that it is about; null when it is about the task.</summary>
    public string? QuestionId { get; set; }

    /// <summary>Component that it is about; null when it is about the task.</summary>
    public string? ComponentId { get; set; }

    public ReviewItemKind Kind { get; set; }

    public required string Text { get; set; }

    /// <summary>When an answer is wanted; null when no day was agreed.</summary>
    public DateOnly? DueDate { get; set; }

    public ReviewItemStatus Status { get; set; }

    public Guid UserId { get; set; }

    public DateTime MadeUtc { get; set; }

    public Guid Version { get; set; }
}

/// <summary>What a reviewer asks.</summary>
public enum ReviewItemKind
{
    /// <summary>Bevinding.</summary>
    Finding,

    /// <summary>Verzoek om bewijs.</summary>
    EvidenceRequest,

    /// <summary>Vraag teruggestuurd: the answer has to be looked at again.</summary>
    SentBackQuestion,
}

/// <summary>How far something is that a reviewer asked.</summary>
public enum ReviewItemStatus
{
    /// <summary>Open: the team has to respond.</summary>
    Open,

    /// <summary>Beantwoord: the reviewer has to look at it.</summary>
    Answered,

    /// <summary>Afgehandeld: the reviewer agrees.</summary>
    Settled,

    /// <summary>Ingetrokken.</summary>
    Withdrawn,
}

/// <summary>One turn in the course of a review item; append-only.</summary>
public sealed class ReviewEntryRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid ItemId { get; set; }

    public required string Text { get; set; }

    /// <summary>Status after this turn.</summary>
    public ReviewItemStatus Status { get; set; }

    public Guid UserId { get; set; }

    public DateTime AtUtc { get; set; }
}

/// <summary>A reviewer's class for a task that differs from the computed one, shown beside it; append-only, the newest counts.</summary>
public sealed class ClassOverrideRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public required string TaskKey { get; set; }

    /// <summary>1, 2, 3 … per task.</summary>
    public int Sequence { get; set; }

    /// <summary>0 low … 3 critical; null withdraws an earlier one.</summary>
    public int? Class { get; set; }

    /// <summary>Working class that was computed at that moment; null when nothing determined it.</summary>
    public int? ComputedClass { get; set; }

    public required string Reason { get; set; }

    public Guid UserId { get; set; }

    public DateTime DecidedUtc { get; set; }
}

/// <summary>A reviewer signs what was reviewed; append-only but for its withdrawal.</summary>
public sealed class SignOffRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public required string Statement { get; set; }

    /// <summary>SHA-256 of what was signed, as canonical JSON, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }

    /// <summary>What was signed, as canonical JSON.</summary>
    public required string ContentJson { get; set; }

    public Guid UserId { get; set; }

    public DateTime SignedUtc { get; set; }

    public DateTime? WithdrawnUtc { get; set; }

    public string? WithdrawReason { get; set; }

    public Guid Version { get; set; }
}

/// <summary>A jurist's decision that a gate does not stand in the way; it changes what is shown as decided, never what is computed.</summary>
public sealed class GateLiftingRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public required string TaskKey { get; set; }

    public required string GateId { get; set; }

    public required string Reason { get; set; }

    /// <summary>Law, judgment or advice on which it rests.</summary>
    public required string LegalSource { get; set; }

    /// <summary>Last day on which it holds.</summary>
    public DateOnly ValidUntil { get; set; }

    /// <summary>Class with and without the gate at that moment, as JSON.</summary>
    public required string EffectJson { get; set; }

    public Guid UserId { get; set; }

    public DateTime DecidedUtc { get; set; }

    public DateTime? WithdrawnUtc { get; set; }

    public Guid? WithdrawnById { get; set; }

    public string? WithdrawReason { get; set; }

    public Guid Version { get; set; }
}
