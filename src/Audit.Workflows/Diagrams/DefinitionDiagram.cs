using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>A definition as a drawing: the way forward from top to bottom, detours beside it, and every way between them.</summary>
/// <param name="Definition">What is drawn.</param>
/// <param name="Width">Unit: pixels.</param>
/// <param name="Height">Unit: pixels.</param>
/// <param name="Elements">Frames before what they hold.</param>
public sealed record DefinitionDiagram(WorkflowDefinition Definition, int Width, int Height, IReadOnlyList<DiagramElement> Elements)
{
    /// <summary>The drawing of a definition; the same definition always gives the same drawing.</summary>
    /// <param name="definition">A definition that the checker accepts.</param>
    public static DefinitionDiagram Of(WorkflowDefinition definition)
    {
        var block = FlowLayout.Of(definition.Root, isWhole: true);
        return new(
            definition,
            block.Width + (2 * DiagramSizes.Margin),
            block.Height + (2 * DiagramSizes.Margin),
            [.. block.MovedBy(DiagramSizes.Margin, DiagramSizes.Margin)]);
    }
}
