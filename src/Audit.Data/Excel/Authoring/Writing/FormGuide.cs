using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Excel.Authoring.Reading;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using ClosedXML.Excel;

namespace Audit.Data.Excel.Authoring.Writing;

/// <summary>The first sheet: what this workbook is, how to change it, what is not official, and how to hand it back.</summary>
internal sealed class FormGuide
{
    private readonly IXLWorksheet sheet;
    private int row = 1;

    private FormGuide(XLWorkbook workbook) => sheet = workbook.AddWorksheet(WorkbookReader.GuideName);

    public static void Add(XLWorkbook workbook, MapNode instrument, PageTexts page) => new FormGuide(workbook).Fill(instrument, page);

    private void Fill(MapNode instrument, PageTexts page)
    {
        ColumnWidths.Set(sheet, 26, 110);
        Styles.Wrapped(sheet.Column(1));
        Styles.Wrapped(sheet.Column(2));
        PutTitle(instrument);
        PutEditing();
        PutConditions();
        PutSheets();
        PutReturn();
        RowHeights.Fit(sheet);
        PageLayout.Apply(sheet, page, headerRow: 0);
        sheet.Cell("A1").SetActive();
        sheet.SetTabActive();
        sheet.SetTabSelected();
    }

    private void PutTitle(MapNode instrument)
    {
        Plain(instrument.Map("title")?.Text("nl") ?? string.Empty, Styles.Title);
        Plain($"Instrument {instrument.Text("id")}, versie {instrument.Text("version")}", _ => { });
        Plain($"{Styles.NoVerdict}.", Styles.Warning);
        if (instrument.Text("status") != "official")
        {
            Plain($"{Styles.Unofficial}.", Styles.Warning);
            Line("Wat niet officieel is", "Vragen, schalen, gewichten, drempelregels en maatregelen. Zet de status alleen op 'officieel' als de vaststeller de tekst zelf heeft vastgesteld.");
        }
    }

    private void PutEditing()
    {
        Heading("Wijzigen");
        Line("Eerst", "Geef het instrument op het blad Instrument een nieuwe versie. Een gepubliceerde versie verandert niet meer; lopende doorlichtingen houden de hunne.");
        Line("Regels", "Elke regel is één ding: een vraag, een antwoord, een drempelregel. Voeg regels toe waar u wilt; de volgorde van de regels is de volgorde in de vragenlijst. Lege regels tellen niet mee.");
        Line("Kolommen", "Kolommen mogen van plaats wisselen. Wijzig de namen in de kop niet. Extra kolommen mogen, maar worden niet gelezen.");
        Line("Ids", "Een id is de vaste naam waarmee regels naar elkaar verwijzen. Wijzig ids niet zonder reden: antwoorden en maatregelen horen bij een id, niet bij een tekst.");
        Line("Talen", "(nl) is verplicht zodra een veld is gevuld; (en) mag leeg blijven, dan ziet een Engelstalige lezer het Nederlands.");
        Line("Leeg", $"Een lege cel is: niet ingevuld. {FormRow.EmptyList} betekent: er is een lijst, en die is met opzet leeg.");
        Line("Lijsten", "Meer ids in één cel staan met komma's ertussen: awgb, awb.");
        Line("Niet", "Geen formules, macro's of koppelingen naar andere bestanden: dan wordt het werkboek geweigerd.");
    }

    private void PutConditions()
    {
        Heading("Voorwaarden");
        Line("Eén vraag", "P1 in (applies): het antwoord op vraag P1 is 'applies'. Meer antwoorden: R20 in (partly, unjustified).");
        Line("Samen", "Met en, of en niet: R20 in (partly) en niet (P1 in (notapplies)). Staan 'en' en 'of' door elkaar, zet dan haakjes: (P1 in (a) of P2 in (b)) en P3 in (c).");
        Line("Zelden", "alle (…) en een (…) zijn een lijst van één voorwaarde; ze betekenen hetzelfde als de voorwaarde zelf.");
    }

    private void PutSheets()
    {
        Heading("Bladen");
        foreach (var form in AllForms.Rows.Prepend(InstrumentForms.Instrument))
        {
            Line(form.Name, $"{char.ToUpperInvariant(form.About[0])}{form.About[1..]}.");
        }
    }

    private void PutReturn()
    {
        Heading("Inleveren");
        Line("Hoe", "Bewaar het werkboek als .xlsx en geef het aan de beheerder. Die leest het in met: audit instrument import WERKBOEK.xlsx INSTRUMENT.yaml --measures MAATREGELEN.yaml");
        Line("Controle", "Bij het inlezen wordt alles gecontroleerd. Elke fout noemt blad, regel en kolom, bijvoorbeeld Vragen!D12. Er verandert niets zolang er een fout is.");
    }

    private void Plain(string text, Action<IXLCell> style)
    {
        var cell = sheet.Cell(row++, 1);
        Styles.Put(cell, text);
        style(cell);
        cell.Style.Alignment.WrapText = false;
    }

    private void Heading(string text)
    {
        row++;
        Plain(text, Styles.Heading);
    }

    private void Line(string label, string text)
    {
        Styles.Put(sheet.Cell(row, 1), label);
        sheet.Cell(row, 1).Style.Font.Bold = true;
        Styles.Put(sheet.Cell(row, 2), text);
        Styles.Grid(sheet.Range(row, 1, row, 2));
        row++;
    }
}
