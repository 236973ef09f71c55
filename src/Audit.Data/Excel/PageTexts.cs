namespace Audit.Data.Excel;

/// <summary>What stands above and below every printed page, beside the name of the sheet and the page number.</summary>
/// <param name="Owner">Top left.</param>
/// <param name="Notice">Top centre; text from code alone.</param>
/// <param name="Classification">Bottom left.</param>
/// <param name="Made">Bottom right; text from code alone.</param>
internal sealed record PageTexts(string Owner, string Notice, string Classification, string Made);
