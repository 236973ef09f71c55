using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Audit.Web.Charts;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>Words of the pages for workbooks.</summary>
public static class WorkbookTexts
{
    /// <summary>What is said to who may only read.</summary>
    public static string ReadOnly => Tr($"U kunt hier meelezen. Alleen de manager of de begeleider van deze doorlichting kan een werkboek inlezen.");

    public static Sentence NotAllowed => Sentence.Of($"Alleen de manager of de begeleider van deze doorlichting kan dit. Er is niets gewijzigd.");

    public static string NotYours => Tr(NotAllowed);

    public static string Changed => Tr($"Het actieplan is intussen gewijzigd. Hieronder staat de nieuwe controle. Uw keuzes zijn bewaard: kijk ze na en verwerk opnieuw.");

    public static string NameOf(WorkbookImportStatus status) => status switch
    {
        WorkbookImportStatus.Previewed => Tr($"Ter controle"),
        WorkbookImportStatus.Applied => Tr($"Verwerkt"),
        WorkbookImportStatus.Undone => Tr($"Ongedaan gemaakt"),
        WorkbookImportStatus.SetAside => Tr($"Weggelegd"),
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
        Count(preview.Changes.Count, Tr($"wijziging"), Tr($"wijzigingen")),
        Count(preview.Conflicts.Count, Tr($"conflict"), Tr($"conflicten")),
        Count(preview.NewRows.Count, Tr($"nieuwe actie"), Tr($"nieuwe acties")),
        Tr($"{DutchText.Count(preview.Refused.Count)} geweigerd"),
        Tr($"{DutchText.Count(preview.Missing.Count)} niet in het bestand"),
        Count(preview.Notes.Count, Tr($"opmerking"), Tr($"opmerkingen")),
    ]) + ".";

    public static string Count(int number, string one, string more) => $"{DutchText.Count(number)} {(number == 1 ? one : more)}";
}
