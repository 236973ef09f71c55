using Audit.Core.Scoring;

namespace Audit.Web.Charts;

/// <summary>A task on the map of likelihood and severity.</summary>
/// <param name="Number">Number in the drawing; the table has its name.</param>
/// <param name="Name">Name of the task.</param>
/// <param name="Likelihood">Levels that are still possible; null = not computable.</param>
/// <param name="Severity">Levels that are still possible.</param>
public sealed record HeatMapTask(int Number, string Name, LevelRange? Likelihood, LevelRange Severity)
{
    public required ClassRange Class { get; init; }

    /// <summary>Page about the task; null without one.</summary>
    public string? Href { get; init; }

    /// <summary>Whether it is worked with in this cell: the highest levels that are possible.</summary>
    public bool WorksIn(int likelihood, int severity) => Likelihood is { } known && (known.High, Severity.High) == (likelihood, severity);

    /// <summary>Whether it can be in this cell.</summary>
    public bool CanBeIn(int likelihood, int severity) => Likelihood is { } known
        && known.Low <= likelihood && likelihood <= known.High && Severity.Low <= severity && severity <= Severity.High;
}
