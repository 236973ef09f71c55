using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring;

/// <summary>What a workbook says.</summary>
/// <param name="Instrument">Tree of the instrument; null when the workbook could not be read at all. Not to be used when there are errors.</param>
/// <param name="Measures">Tree of the measures; null when the workbook has none.</param>
/// <param name="Problems">Everything that is wrong, in the order of the workbook.</param>
public sealed record AuthoredContent(MapNode? Instrument, MapNode? Measures, IReadOnlyList<WorkbookProblem> Problems)
{
    /// <summary>Whether a problem makes the workbook invalid.</summary>
    public bool HasErrors => Problems.Any(problem => !problem.IsWarning);
}
