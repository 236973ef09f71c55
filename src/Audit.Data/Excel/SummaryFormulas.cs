namespace Audit.Data.Excel;

/// <summary>The formulas of the summary, over the columns of both tables.</summary>
/// <remarks>
/// Texts that people wrote are compared with "=" and not used as a criterion of COUNTIFS: there "&gt;5" is a comparison, "*" a wildcard,
/// and more than 255 characters an error.
/// </remarks>
internal static class SummaryFormulas
{
    public static string Open => Both(table => $"SUMPRODUCT(COUNTIFS({table}[Status],{ListSheet.OpenStatuses}))");

    public static string Overdue => Both(table =>
        $"SUMPRODUCT(COUNTIFS({table}[Streefdatum],\"<\"&TODAY(),{table}[Status],{ListSheet.OpenStatuses}))");

    public static string DueSoon => Both(table =>
        $"SUMPRODUCT(COUNTIFS({table}[Streefdatum],\">=\"&TODAY(),{table}[Streefdatum],\"<=\"&(TODAY()+30),{table}[Status],{ListSheet.OpenStatuses}))");

    public static string Undated => Both(table => $"SUMPRODUCT({IsOpen(table)}*({table}[Streefdatum]=\"\"))");

    public static string WithoutStatus => Both(table => $"SUMPRODUCT(({table}[Maatregel]<>\"\")*({table}[Status]=\"\"))");

    public static string Status(int row) => Both(table => $"COUNTIFS({table}[Status],$A{row})");

    public static string StatusAndClass(int row, int column, int header) =>
        Both(table => $"COUNTIFS({table}[Status],$A{row},{table}[Klasse],{(char)('A' + column - 1)}${header})");

    /// <summary>Actions with a value in a column; the blank row of an empty table does not count.</summary>
    public static string Group(string column, string criterion) =>
        Both(table => $"SUMPRODUCT(({table}[{column}]={criterion})*({table}[Maatregel]<>\"\"))");

    public static string OpenInGroup(string column, string criterion) =>
        Both(table => $"SUMPRODUCT(({table}[{column}]={criterion})*{IsOpen(table)})");

    public static string OverdueInGroup(string column, string criterion) => Both(table =>
        $"SUMPRODUCT(({table}[{column}]={criterion})*{IsOpen(table)}*({table}[Streefdatum]<>\"\")*({table}[Streefdatum]<TODAY()))");

    private static string IsOpen(string table) => $"ISNUMBER(MATCH({table}[Status],{ListSheet.OpenStatuses},0))";

    private static string Both(Func<string, string> formula) => $"{formula(ActionsSheet.RunningTable)}+{formula(ActionsSheet.ClosedTable)}";
}
