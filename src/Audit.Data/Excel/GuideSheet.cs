using Audit.Core.Instruments;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>The first sheet: what this is, for whom, how sure, and how to hand it back.</summary>
internal sealed class GuideSheet
{
    public const string Name = "Leeswijzer";
    public const string NoMeasures = "Dit plan bevat geen maatregelen. Het blad Acties heeft daarom één lege regel, waarin u zelf een actie kunt toevoegen.";

    private readonly ActionPlanExport plan;
    private readonly IXLWorksheet sheet;
    private int row = 1;

    private GuideSheet(XLWorkbook workbook, ActionPlanExport plan)
    {
        this.plan = plan;
        sheet = workbook.AddWorksheet(Name);
    }

    public static void Add(XLWorkbook workbook, ActionPlanExport plan) => new GuideSheet(workbook, plan).Fill();

    private void Fill()
    {
        ColumnWidths.Set(sheet, 26, 110);
        Styles.Wrapped(sheet.Column(1));
        Styles.Wrapped(sheet.Column(2));
        PutTitle();
        PutOrigin();
        PutUse();
        PutLegend();
        PutSources();
        RowHeights.Fit(sheet);
        PageLayout.Apply(sheet, plan, headerRow: 0);
        sheet.Cell("A1").SetActive();
        sheet.SetTabActive();
        sheet.SetTabSelected();
    }

    private void PutTitle()
    {
        Styles.Put(sheet.Cell(row, 1), "Actieplan discriminatierisico's");
        Styles.Title(sheet.Cell(row, 1));
        sheet.Cell(row++, 1).Style.Alignment.WrapText = false;
        if (!plan.Reviewed)
        {
            Notice(Styles.Draft);
        }

        Notice($"{Styles.NoVerdict}.");
        if (plan.Instrument.Status == InstrumentStatus.Unofficial)
        {
            Notice($"{Styles.Unofficial}.");
        }

        if (plan.OnlyOf is { } owner)
        {
            Notice($"Dit is een deel van het actieplan: alleen de acties van {owner}.");
        }

        if (!plan.Actions.Any())
        {
            Notice(NoMeasures);
        }
    }

    private void PutOrigin()
    {
        Heading("Herkomst");
        Line("Organisatie", plan.Body);
        Line("Doorlichting", plan.AssessmentName);
        Line("Peildatum", Styles.Day(plan.ReferenceDate));
        Line("Geëxporteerd", Styles.Moment(plan.ExportedAt));
        Line("Beoordeling", plan.Reviewed ? "beoordeeld" : Styles.Draft);
        Line("Rubricering", plan.Classification);
        Line("Instrument", $"{plan.Instrument.Title.Nl} ({plan.Instrument.Id}, versie {plan.Instrument.Version})");
        Line("Controlegetal instrument", $"SHA-256 {plan.InstrumentSha256}");
        Line("Weegprofiel", $"{plan.Profile.Id}, versie {plan.Profile.Version}");
        Line("Controlegetal profiel", $"SHA-256 {plan.ProfileSha256}");
        Line("Exportnummer", plan.ExportId.ToString("D"));
    }

    private void PutUse()
    {
        Heading("Gebruik");
        Line("Voor wie", "Managers en actiehouders van de organisatie: zij sturen op de acties, vullen voortgang en effect in en leggen vast waaruit dat blijkt.");
        Line("Wat de score zegt", "De score is een toevoeging van dit hulpmiddel aan het instrument. Zij ordent risico's op grond van de antwoorden en stelt geen discriminatie vast. Een open vraag telt mee als het ongunstigste antwoord.");
        Line("Invullen", "Wijzig het blad Acties. Kolommen met een keuzelijst nemen alleen waarden uit de lijst aan. Eigenaar is wie verantwoording aflegt; Verantwoordelijke is wie de maatregel uitvoert; Evaluator is wie het effect beoordeelt.");
        Line("Nieuwe actie", "Typ in de eerste lege regel onder de tabel. Laat de verborgen kolommen RowKey en RowVersion leeg.");
        Line("Vervallen actie", "Zet de status op vervallen. Een regel die u verwijdert, wordt bij het inlezen niet verwijderd maar gemeld.");
        Line("Teruggeven", plan.OnlyOf is null ? LegendTexts.HandBack : LegendTexts.HandBackPart);
        Line("Afdrukken", "Acties en Afgesloten worden afgedrukt tot en met de kolom Voortgang %, op één pagina breed; kies A3 voor grotere letters.");
        Line("Bladen", plan.OnlyOf is null ? LegendTexts.Sheets : LegendTexts.SheetsOfPart);
    }

    private void PutLegend()
    {
        Heading("Klassen");
        foreach (var (mark, meaning) in Marks.Classes.Zip(LegendTexts.Classes))
        {
            Legend(mark, meaning);
        }

        Heading("Statussen");
        foreach (var (mark, meaning) in Marks.Statuses.Zip(LegendTexts.Statuses))
        {
            Legend(mark, meaning);
        }

        Line("! vóór een streefdatum", "De streefdatum is voorbij en de actie is gepland, loopt of wacht: te laat.");
    }

    private void PutSources()
    {
        if (plan.Instrument.Sources.Count == 0)
        {
            return;
        }

        Heading("Bronnen van het instrument");
        foreach (var source in plan.Instrument.Sources)
        {
            var link = source.Url is null ? null : SafeText.LinkIn(source.Url.OriginalString);
            Line(source.Date ?? "", link is null ? source.Title : $"{source.Title} – {link.AbsoluteUri}");
            if (link is not null)
            {
                sheet.Cell(row - 1, 2).Hyperlink = new XLHyperlink(link);
            }
        }
    }

    private void Legend(Mark mark, string meaning)
    {
        Line(mark.Label, meaning);
        var cell = sheet.Cell(row - 1, 1);
        cell.Style.Fill.SetBackgroundColor(XLColor.FromHtml(mark.Background)).Font.SetFontColor(XLColor.FromHtml(mark.Foreground));
        cell.Style.NumberFormat.SetFormat($"\"{mark.Symbol} \"@");
    }

    private void Notice(string text)
    {
        Styles.Put(sheet.Cell(row, 1), text);
        Styles.Warning(sheet.Cell(row, 1));
        sheet.Cell(row++, 1).Style.Alignment.WrapText = false;
    }

    private void Heading(string text)
    {
        row++;
        Styles.Put(sheet.Cell(row, 1), text);
        Styles.Heading(sheet.Cell(row, 1));
        sheet.Cell(row, 1).Style.Alignment.WrapText = false;
        row++;
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
