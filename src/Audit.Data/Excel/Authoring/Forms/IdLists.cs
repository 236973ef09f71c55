namespace Audit.Data.Excel.Authoring.Forms;

/// <summary>Names of the drop-down lists with ids of the workbook itself.</summary>
internal static class IdLists
{
    public const string Sources = "lstBron";
    public const string Scales = "lstSchaal";
    public const string Themes = "lstThema";
    public const string Components = "lstOnderdeel";
    public const string Questions = "lstVraag";
    public const string Grounds = "lstGrond";
    public const string Sessions = "lstWerksessie";
    public const string Measures = "lstMaatregel";

    /// <summary>Lists that are the id column of a sheet, so that a new row is in them at once.</summary>
    public static IReadOnlyList<(string Name, SheetForm Sheet)> Live { get; } =
    [
        (Sources, InstrumentForms.Sources), (Themes, InstrumentForms.Themes), (Questions, InstrumentForms.Questions),
        (Grounds, RegisterForms.Grounds), (Sessions, RegisterForms.Sessions), (Measures, MeasureForms.Measures),
    ];
}
