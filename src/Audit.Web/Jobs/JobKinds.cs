namespace Audit.Web.Jobs;

/// <summary>The kinds of long work.</summary>
public static class JobKinds
{
    public const string PlanWorkbook = "plan-workbook";
    public const string WorkbookImport = "workbook-import";
    public const string Recalculation = "recalculation";
    public const string CaseRecord = "case-record";

    /// <summary>From this many actions on, the workbook of a plan is made in the background.</summary>
    public const int ManyActions = 500;

    /// <summary>From this many actions on, a workbook that comes back is read in the background.</summary>
    public const int ManyRows = 1000;

    /// <summary>A file of this size is read in the background whatever the plan is. Unit: bytes.</summary>
    public const long LargeFile = 1024 * 1024;

    /// <summary>A larger one is refused at once, at its field. Unit: bytes.</summary>
    public const long LargestFile = 10 * 1024 * 1024;

    /// <summary>What the work is, in words.</summary>
    public static string NameOf(string kind) => kind switch
    {
        PlanWorkbook => Tr($"Werkboek van het actieplan maken"),
        WorkbookImport => Tr($"Werkboek inlezen"),
        Recalculation => Tr($"Alle taken opnieuw berekenen"),
        CaseRecord => Tr($"Dossier van de doorlichting maken"),
        _ => Tr($"Werk op de achtergrond"),
    };
}
