namespace Audit.Workflows.Diagrams;

/// <summary>A piece of the drawing that is placed as one, with its top left corner at 0, 0.</summary>
/// <param name="Width">Unit: pixels.</param>
/// <param name="Height">Unit: pixels.</param>
/// <param name="Axis">Distance from the left to the line on which straight ways enter and leave.</param>
/// <param name="Elements">What is drawn.</param>
internal sealed record Block(int Width, int Height, int Axis, IReadOnlyList<DiagramElement> Elements)
{
    /// <summary>How far the left and right points stick out from the corners.</summary>
    public int Point { get; init; }

    public IEnumerable<DiagramElement> MovedBy(int right, int down) => Elements.Select(element => element.MovedBy(right, down));
}
