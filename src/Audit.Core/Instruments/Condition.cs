namespace Audit.Core.Instruments;

/// <summary>A statement about answers, used for "ask this only when" and for gates.</summary>
/// <remarks>Evaluated in three-valued (Kleene) logic, because an answer may still be open.</remarks>
public abstract record Condition
{
    /// <summary>Ids of every question that this statement looks at, in reading order, with repeats.</summary>
    public abstract IEnumerable<string> Questions { get; }
}

/// <summary>True when all parts are true.</summary>
/// <param name="Parts">At least one statement.</param>
public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition
{
    /// <inheritdoc />
    public override IEnumerable<string> Questions => Parts.SelectMany(part => part.Questions);
}

/// <summary>True when at least one part is true.</summary>
/// <param name="Parts">At least one statement.</param>
public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition
{
    /// <inheritdoc />
    public override IEnumerable<string> Questions => Parts.SelectMany(part => part.Questions);
}

/// <summary>True when the part is false; open stays open.</summary>
/// <param name="Part">The statement that is turned round.</param>
public sealed record NotOf(Condition Part) : Condition
{
    /// <inheritdoc />
    public override IEnumerable<string> Questions => Part.Questions;
}

/// <summary>True when the question is answered with one of the options.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="Options">Ids of the options; at least one.</param>
public sealed record AnswerIn(string Question, IReadOnlyList<string> Options) : Condition
{
    /// <inheritdoc />
    public override IEnumerable<string> Questions => [Question];
}
