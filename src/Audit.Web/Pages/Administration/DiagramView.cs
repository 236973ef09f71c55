using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;

namespace Audit.Web.Pages.Administration;

/// <summary>A definition as a drawing and as a table.</summary>
/// <param name="Definition">What is drawn.</param>
/// <param name="Counts">How many cases are at each step, by its path; null leaves the counts out.</param>
public sealed record DiagramView(WorkflowDefinition Definition, IReadOnlyDictionary<string, StepCounts>? Counts = null)
{
    /// <summary>The drawing; every text in it is escaped.</summary>
    public string Svg => DiagramSvg.Write(
        DefinitionDiagram.Of(Definition),
        new SvgOptions("tekening", Standalone: false) { Counts = Counts ?? new Dictionary<string, StepCounts>() });

    public IReadOnlyList<DiagramRow> Rows => DiagramTable.Of(Definition);

    /// <summary>What runs at a step, in words.</summary>
    public string RunningAt(DiagramRow row) => Counts?.GetValueOrDefault(row.Path) is { Words.Length: > 0 } counts ? counts.Words : "–";
}
