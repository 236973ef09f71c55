using Audit.Core.Instruments;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>Addresses of the pages about instruments.</summary>
public static class InstrumentLinks
{
    public const string Home = "/beheer/vragensets";

    public const string New = $"{Home}/nieuw";

    public static string Draft(Guid draftId) => $"{Home}/concept/{draftId}";

    /// <summary>Ids and versions hold no character that means something in an address.</summary>
    public static string Version(Instrument instrument) => $"{Home}/{instrument.Id}/{instrument.Version}";

    public static string File(Instrument instrument) => $"{Version(instrument)}/bestand";

    public static string Measures(Instrument instrument) => $"{File(instrument)}?deel={FileModel.MeasuresPart}";

    public static string Workbook(Instrument instrument) => $"{File(instrument)}?deel={FileModel.WorkbookPart}";

    public static string Move(Instrument instrument) => $"{Version(instrument)}/verplaatsen";
}
