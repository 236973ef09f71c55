namespace Audit.Data.Excel.Authoring.Forms;

/// <summary>The sheets with rows, in the order of the workbook; the sheet with single values goes before them.</summary>
internal static class AllForms
{
    public static IReadOnlyList<SheetForm> Rows { get; } =
    [
        InstrumentForms.Sources, InstrumentForms.Scales, InstrumentForms.Themes, InstrumentForms.Components, InstrumentForms.Questions, InstrumentForms.Gates,
        RegisterForms.Grounds, RegisterForms.Norms, RegisterForms.Exceptions, RegisterForms.Points, RegisterForms.Fills,
        RegisterForms.Sessions, RegisterForms.Assignments, RegisterForms.SessionPoints,
        MeasureForms.Measures, MeasureForms.Effects, MeasureForms.Points,
    ];
}
