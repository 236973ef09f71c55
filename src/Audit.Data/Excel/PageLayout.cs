using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>How sheets come out of a printer.</summary>
internal static class PageLayout
{
    public static void Apply(IXLWorksheet sheet, ActionPlanExport plan, int headerRow) => Apply(
        sheet,
        new PageTexts(
            plan.Body,
            plan.Reviewed ? Styles.NoVerdict : $"{Styles.Draft} · {Styles.NoVerdict}",
            plan.Classification,
            $"Geëxporteerd {Styles.Moment(plan.ExportedAt)}"),
        headerRow);

    public static void Apply(IXLWorksheet sheet, PageTexts texts, int headerRow)
    {
        var page = sheet.PageSetup;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.PaperSize = XLPaperSize.A4Paper;
        page.FitToPages(1, 0);
        page.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.75).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        if (headerRow > 0)
        {
            page.SetRowsToRepeatAtTop(headerRow, headerRow);

            // The screen shows them anyway; a border on every cell of a large table costs a tenth of the time.
            page.ShowGridlines = true;
        }

        page.Header.Left.AddText(Escape(texts.Owner, 60));
        page.Header.Center.AddText(texts.Notice);
        page.Header.Right.AddText(Escape(sheet.Name, 31));
        page.Footer.Left.AddText(Escape(texts.Classification, 60));
        page.Footer.Center.AddText("Pagina &P van &N");
        page.Footer.Right.AddText(texts.Made);
    }

    /// <summary>An ampersand begins a code in page headers, and a header over 255 characters makes Excel refuse the file.</summary>
    private static string Escape(string text, int max)
    {
        var line = SafeText.Clean(text).ReplaceLineEndings(" ").Replace('\t', ' ');
        line = line.Length <= max ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[max - 2]) ? max - 2 : max - 1), "…");
        return line.Replace("&", "&&", StringComparison.Ordinal);
    }
}
