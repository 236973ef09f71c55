using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>A part of the drawing with its place.</summary>
public abstract record DiagramElement
{
    private protected DiagramElement()
    {
    }

    internal abstract DiagramElement MovedBy(int right, int down);
}

/// <summary>An activity that holds no others.</summary>
/// <param name="Node">The activity.</param>
/// <param name="Box">Its place.</param>
/// <param name="Name">Its name in one or two lines.</param>
/// <param name="Details">Who and when, a line each.</param>
public sealed record DiagramStep(ActivityNode Node, Box Box, IReadOnlyList<string> Name, IReadOnlyList<string> Details) : DiagramElement
{
    internal override DiagramElement MovedBy(int right, int down) => this with { Box = Box.MovedBy(right, down) };
}

/// <summary>An activity that holds others, drawn around them.</summary>
/// <param name="Node">The activity.</param>
/// <param name="Box">Its place.</param>
/// <param name="Name">Its name in one or two lines.</param>
/// <param name="Manner">How what it holds is done, such as "na elkaar".</param>
public sealed record DiagramFrame(ActivityNode Node, Box Box, IReadOnlyList<string> Name, string Manner) : DiagramElement
{
    internal override DiagramElement MovedBy(int right, int down) => this with { Box = Box.MovedBy(right, down) };
}

/// <summary>Where a process or a branch begins or ends.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Box">Its place.</param>
public sealed record DiagramMark(string Words, Box Box) : DiagramElement
{
    internal override DiagramElement MovedBy(int right, int down) => this with { Box = Box.MovedBy(right, down) };
}

/// <summary>A way from one activity to the next.</summary>
/// <param name="From">Path of the activity where it begins; null at the start.</param>
/// <param name="Outcomes">Outcomes that take this way.</param>
/// <param name="To">Path of the activity where it leads; null at the end.</param>
/// <param name="Points">Corners from beginning to arrowhead.</param>
public sealed record DiagramLine(string? From, IReadOnlyList<string> Outcomes, string? To, IReadOnlyList<Point> Points) : DiagramElement
{
    /// <summary>The words beside it; null = none are needed.</summary>
    public DiagramLabel? Label { get; init; }

    internal override DiagramElement MovedBy(int right, int down) => this with
    {
        Points = [.. Points.Select(point => point.MovedBy(right, down))],
        Label = Label is null ? null : Label with { Place = Label.Place.MovedBy(right, down) },
    };
}

/// <summary>Words beside a line.</summary>
/// <param name="Words">The outcomes in Dutch.</param>
/// <param name="Place">Where the baseline begins, or ends when <paramref name="EndsHere"/>.</param>
/// <param name="EndsHere">Whether the words lie to the left of the place.</param>
public sealed record DiagramLabel(string Words, Point Place, bool EndsHere);
