using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Excel.Uploads;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>Reads the trees from a workbook and checks them as files are checked.</summary>
internal sealed class WorkbookReader
{
    private static readonly string[] OwnSheets = [GuideName, ListsName];

    public const string GuideName = "Leeswijzer";
    public const string ListsName = "Lijsten";

    private readonly Findings findings = new();

    public AuthoredContent Read(IReadOnlyList<UploadedSheet> sheets)
    {
        var byName = new Dictionary<string, (UploadedSheet Sheet, int Order)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (order, sheet) in sheets.Index())
        {
            byName.TryAdd(sheet.Name.Trim(), (sheet, order));
        }

        ReportSheets(byName);
        if (!byName.TryGetValue(InstrumentForms.Instrument.Name, out var first))
        {
            return new(null, null, findings.Problems);
        }

        var single = new SheetReader(first.Sheet, first.Order, findings).Single(InstrumentForms.Instrument);
        var bySheet = AllForms.Rows.Where(form => byName.ContainsKey(form.Name)).ToDictionary(
            form => form.Name, form => new SheetReader(byName[form.Name].Sheet, byName[form.Name].Order, findings).Rows(form));
        var rows = new RowGroups(bySheet, findings);
        var instrument = new InstrumentBuilder(rows, findings).Build(single);
        var measures = new MeasuresBuilder(rows, findings).Build(single);
        if (!findings.IsIncomplete)
        {
            Check(instrument, measures);
        }

        return new(instrument, measures, findings.Problems);
    }

    private void ReportSheets(Dictionary<string, (UploadedSheet Sheet, int Order)> byName)
    {
        foreach (var form in AllForms.Rows.Prepend(InstrumentForms.Instrument).Where(form => !form.Optional && !byName.ContainsKey(form.Name)))
        {
            findings.AboutSheet(form.Name, Sentence.Of($"het blad '{form.Name}' ontbreekt; zet het terug, desnoods met alleen de kop"));
        }

        var known = AllForms.Rows.Select(form => form.Name).Append(InstrumentForms.Instrument.Name).Concat(OwnSheets).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in byName.Keys.Where(name => !known.Contains(name)))
        {
            findings.AboutSheet(name, Sentence.Of($"dit blad hoort niet in het werkboek en wordt niet gelezen"), isWarning: true);
        }
    }

    private void Check(MapNode instrument, MapNode? measures)
    {
        var ofInstrument = new ProblemList(string.Empty);
        TemplateReader.Instrument(instrument, ofInstrument);
        if (measures is not null)
        {
            var ofMeasures = new ProblemList(string.Empty);
            TemplateReader.Measures(measures, ofMeasures);
            CheckTogether(instrument, measures, ofInstrument, ofMeasures);
            findings.Add(ofMeasures);
        }

        findings.Add(ofInstrument);
    }

    private static void CheckTogether(MapNode instrument, MapNode measures, ProblemList ofInstrument, ProblemList ofMeasures)
    {
        if (measures.Text("instrument") is { } meant && meant != instrument.Text("id"))
        {
            ofMeasures.Warning(
                measures.Find("instrument")!.Line,
                Sentence.Of($"de maatregelen zijn voor instrument '{meant}', niet voor '{instrument.Text("id")}'; ze zijn niet met de vragen vergeleken"));
            return;
        }

        MeasuresReader.CheckAgainst(measures, instrument, ofMeasures);
        MeasuresReader.CheckNamed(instrument, measures.Maps("measures").Select(measure => measure.Text("id")).OfType<string>().ToHashSet(), ofInstrument);
    }
}
