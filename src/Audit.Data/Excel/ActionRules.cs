using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>What may be typed in a column of actions, and how what stands there is marked.</summary>
internal static class ActionRules
{
    public static readonly DateTime FirstDay = new(2000, 1, 1);
    public static readonly DateTime LastDay = new(2099, 12, 31);

    public static void Apply(IXLRange range, ActionColumn column)
    {
        if (column.Hint.Length > 0)
        {
            Restrict(range, column);
        }

        switch (column.Key)
        {
            case "Klasse":
                Marks.Show(range, Marks.Classes);
                break;
            case "Status":
                Marks.Show(range, Marks.Statuses);
                break;
            case "Streefdatum":
                MarkOverdue(range);
                break;
        }
    }

    private static void Restrict(IXLRange range, ActionColumn column)
    {
        var rule = range.SetDataValidation();
        switch (column.Kind)
        {
            case ColumnKind.Label:
                // Without "=": the file format wants the bare formula.
                rule.List(column.List, true);
                break;
            case ColumnKind.Date:
                rule.Date.Between(FirstDay, LastDay);
                break;
            case ColumnKind.Percent:
                rule.Decimal.Between(0, 1);
                break;
        }

        rule.ErrorStyle = XLErrorStyle.Stop;
        rule.InputTitle = column.Header;
        rule.InputMessage = column.Hint;
        rule.ErrorTitle = "Deze waarde kan niet";
        rule.ErrorMessage = column.List is null ? column.Hint : "Kies een waarde uit de lijst.";
    }

    private static void MarkOverdue(IXLRange range)
    {
        var row = range.FirstRow().RowNumber();
        var due = $"${range.FirstColumn().ColumnLetter()}{row}";
        var status = $"${range.Worksheet.Column(ActionColumns.NumberOf("Status")).ColumnLetter()}{row}";
        var style = range.AddConditionalFormat().WhenIsTrue($"AND(ISNUMBER({due}),{due}<TODAY(),COUNTIF({ListSheet.OpenStatuses},{status})>0)");
        style.Font.SetBold().Font.SetFontColor(XLColor.FromHtml("#7A0012"));
        style.Fill.SetBackgroundColor(XLColor.FromHtml("#FCE4E4"));
        style.NumberFormat.SetFormat($"\"! \"{Styles.DateFormat}");
    }
}
