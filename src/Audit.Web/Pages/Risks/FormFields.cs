namespace Audit.Web.Pages.Risks;

/// <summary>A field for a longer text.</summary>
public sealed record TextField(string Name, string Label, string Hint, string? Value)
{
    public bool IsOptional { get; init; }
}

/// <summary>Boxes for what a risk can be linked to.</summary>
public sealed record TieField(string Name, string Legend, IReadOnlyList<TieChoice> Choices);

/// <summary>One level of a scale to choose, with why.</summary>
/// <param name="Name">Name of the field; that of the motivation ends in "Waarom".</param>
/// <param name="Question">What is asked.</param>
/// <param name="Hint">How to choose.</param>
public sealed record LevelField(string Name, string Question, string Hint)
{
    public required IReadOnlyList<string> Levels { get; init; }

    public string? Chosen { get; init; }

    public string? Motivation { get; init; }
}
