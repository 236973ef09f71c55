using Audit.Data.Excel.Authoring.Forms;
using ClosedXML.Excel;

namespace Audit.Data.Excel.Authoring.Writing;

/// <summary>What may be typed in a column, and what the author is told there.</summary>
internal static class FormRules
{
    private const int LongestTitle = 32;

    public static void Apply(IXLRange range, FormColumn column)
    {
        if (column.Hint.Length == 0 && column.ListName is null && column.Kind != FieldKind.Number)
        {
            return;
        }

        var rule = range.SetDataValidation();
        if (column.ListName is { } list)
        {
            // Without "=": the file format wants the bare name.
            rule.List(list, true);
        }
        else if (column.Kind == FieldKind.Number)
        {
            rule.Decimal.EqualOrGreaterThan(0);
        }

        rule.ErrorStyle = column.Ids is null ? XLErrorStyle.Stop : XLErrorStyle.Warning;
        rule.InputTitle = column.Caption.Length <= LongestTitle ? column.Caption : column.Caption[..LongestTitle];
        rule.InputMessage = column.Hint.Length > 0 ? column.Hint : "Kies een waarde uit de lijst.";
        rule.ErrorTitle = "Deze waarde kan niet";
        rule.ErrorMessage = ErrorOf(column);
    }

    private static string ErrorOf(FormColumn column)
    {
        if (column.Ids is not null)
        {
            return "Dit id staat niet in de lijst. Is het nieuw, zet het dan ook op het blad waar het thuishoort.";
        }

        return column.ListName is null ? column.Hint : "Kies een waarde uit de lijst.";
    }
}
