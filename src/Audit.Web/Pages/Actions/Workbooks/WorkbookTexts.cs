using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Audit.Web.Charts;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>Words of the pages for workbooks.</summary>
public static class WorkbookTexts
{
    /// <summary>What is said to who may only read.</summary>
    public const string ReadOnly = "U kunt hier meelezen. Alleen de manager of de begeleider van deze doorlichting kan een werkboek inlezen.";

    public const string NotYours = "Alleen de manager of de begeleider van deze doorlichting kan dit. Er is niets gewijzigd.";

    public const string Changed = "Het actieplan is intussen gewijzigd. Hieronder staat de nieuwe controle. Uw keuzes zijn bewaard: kijk ze na en verwerk opnieuw.";

    public static string NameOf(WorkbookImportStatus status) => status switch
    {
        WorkbookImportStatus.Previewed => "Ter controle",
        WorkbookImportStatus.Applied => "Verwerkt",
        WorkbookImportStatus.Undone => "Ongedaan gemaakt",
        WorkbookImportStatus.SetAside => "Weggelegd",
    };

    /// <summary>Kind of the badge that goes with it.</summary>
    public static string BadgeOf(WorkbookImportStatus status) => status switch
    {
        WorkbookImportStatus.Previewed => "warning",
        WorkbookImportStatus.Applied => "success",
        WorkbookImportStatus.Undone or WorkbookImportStatus.SetAside => "inactive",
    };

    /// <summary>Everything that a preview found, in one sentence.</summary>
    public static string SummaryOf(MergePreview preview) => string.Join(", ",
    [
        Count(preview.Changes.Count, "wijziging", "wijzigingen"),
        Count(preview.Conflicts.Count, "conflict", "conflicten"),
        Count(preview.NewRows.Count, "nieuwe actie", "nieuwe acties"),
        $"{DutchText.Count(preview.Refused.Count)} geweigerd",
        $"{DutchText.Count(preview.Missing.Count)} niet in het bestand",
        Count(preview.Notes.Count, "opmerking", "opmerkingen"),
    ]) + ".";

    public static string Count(int number, string one, string more) => $"{DutchText.Count(number)} {(number == 1 ? one : more)}";
}
