namespace Audit.Data.Excel.Authoring;

/// <summary>Something wrong with an uploaded workbook, where it stands. As text it is Dutch.</summary>
/// <param name="Sheet">Name of the sheet; null when it is about the whole file.</param>
/// <param name="Cell">Address of the cell such as D12; null when it is about the whole sheet.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="IsWarning">A warning does not make the workbook invalid.</param>
public sealed record WorkbookProblem(string? Sheet, string? Cell, Sentence Message, bool IsWarning = false)
{
    /// <summary>The line that a user reads, such as <c>Vragen!D12: …</c>.</summary>
    public override string ToString()
    {
        var place = Sheet is null ? string.Empty : Cell is null ? $"{Sheet}: " : $"{Sheet}!{Cell}: ";
        return $"{place}{(IsWarning ? "waarschuwing: " : string.Empty)}{Message}".ReplaceLineEndings(" ");
    }
}
