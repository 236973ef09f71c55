using Audit.Core.Instruments;

namespace Audit.Core.Assessments;

/// <summary>What was found at one step of a test.</summary>
public enum TestFinding
{
    /// <summary>Not known yet.</summary>
    Unknown,

    /// <summary>The step holds.</summary>
    Yes,

    /// <summary>The step fails.</summary>
    No,
}

/// <summary>One step of a test, with why.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Motivation">Why; null when not given.</param>
public sealed record TestStep(TestFinding Finding, string? Motivation = null)
{
    /// <summary>A step that nobody has looked at.</summary>
    public static TestStep Open { get; } = new(TestFinding.Unknown);
}

/// <summary>The test of an objective justification. Dutch: <c>objectieve rechtvaardiging</c>.</summary>
/// <param name="Aim">Is there a legitimate aim?</param>
/// <param name="Suitable">Does the criterion serve it?</param>
/// <param name="Necessary">Is there no milder alternative? (subsidiarity)</param>
/// <param name="Proportionate">Is the disadvantage in proportion?</param>
public sealed record ObjectiveJustification(TestStep Aim, TestStep Suitable, TestStep Necessary, TestStep Proportionate)
{
    /// <summary>A test that nobody has begun.</summary>
    public static ObjectiveJustification Open { get; } = new(TestStep.Open, TestStep.Open, TestStep.Open, TestStep.Open);

    /// <summary>The steps in the order of the test.</summary>
    public IReadOnlyList<TestStep> Steps => [Aim, Suitable, Necessary, Proportionate];

    /// <summary>Yes when every step holds, no when one fails, otherwise unknown.</summary>
    public TestFinding Result => Steps.Any(step => step.Finding == TestFinding.No) ? TestFinding.No
        : Steps.All(step => step.Finding == TestFinding.Yes) ? TestFinding.Yes
        : TestFinding.Unknown;
}

/// <summary>A criterion by which a public task treats people differently. Dutch: <c>onderscheid</c>; neutral, not <c>discriminatie</c>.</summary>
/// <param name="Id">Stable id within the task.</param>
/// <param name="Criterion">The criterion in words.</param>
/// <param name="ComponentId">Component in which it is laid down or arises.</param>
/// <param name="GroundIds">Grounds to which it relates, or for which it is a proxy.</param>
/// <param name="Kind">How it relates to them.</param>
public sealed record Distinction(string Id, string Criterion, string ComponentId, IReadOnlyList<string> GroundIds, DistinctionKind Kind)
{
    /// <summary>Marks a statutory exception that nobody has looked for yet.</summary>
    public const string UnknownException = "unknown";

    /// <summary>Marks that there is no statutory exception.</summary>
    public const string NoException = "geen";

    /// <summary>Code of the statutory exception, <see cref="NoException"/> or <see cref="UnknownException"/>.</summary>
    public string Exception { get; init; } = UnknownException;

    /// <summary>Whether the law itself lays the criterion down.</summary>
    public TestFinding Prescribed { get; init; }

    /// <summary>The test of an objective justification.</summary>
    public ObjectiveJustification Justification { get; init; } = ObjectiveJustification.Open;

    /// <summary>A verdict that the team holds, at least as severe as the test gives; null = as the test gives.</summary>
    public DistinctionVerdict? StatedVerdict { get; init; }

    /// <summary>Further explanation; null when not given.</summary>
    public string? Motivation { get; init; }

    /// <summary>Where it can be looked up; null when not given.</summary>
    public string? Source { get; init; }

    /// <summary>Who recorded it, in words; null when not given.</summary>
    public string? By { get; init; }

    /// <summary>When, as written in the file; null when not given.</summary>
    public string? At { get; init; }
}
