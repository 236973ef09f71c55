using System.Diagnostics;
using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Excel;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace Audit.Benchmarks;

/// <summary>The round trip of a workbook through the pages: download, hand in, look at, apply, undo; with the database and the trail behind them.</summary>
/// <remarks>Needs <c>dotnet build -c Release src/Audit.Web</c>.</remarks>
internal static class ImportPages
{
    private const int Actions = 5_000;
    private const int Edits = 500;
    private const double MostSeconds = 10;

    public static async Task RunAsync(string root)
    {
        await using var site = await WebSite.StartAsync(root, "manager");
        if (site is null)
        {
            Console.WriteLine("import: pages NOT RUN: build them first (dotnet build -c Release src/Audit.Web)");
            return;
        }

        using var database = new AuditDatabase(site.Database);
        var id = await FillAsync(database);
        var before = await ChangesAsync(database, id);
        var plan = $"/doorlichtingen/{id}/actieplan/werkboek";
        var file = await Timed(site, "download", () => BackgroundWork.WorkbookAsync(site.Client, id));
        var edited = Edited(file);
        var watch = Stopwatch.StartNew();
        var preview = await Timed(site, "hand in and preview", () => HandInAsync(site.Client, $"{plan}/inlezen", edited));
        var done = await Timed(site, "apply and result", () => DecideAsync(site.Client, preview, "verwerken"));
        var seconds = watch.Elapsed.TotalSeconds;
        Require(done.Text.Contains($"Het werkboek is verwerkt: {Edits} cellen gewijzigd.", StringComparison.Ordinal), "the edits were not applied");
        var undone = await Timed(site, "undo and result", () => DecideAsync(site.Client, done, "terugdraaien"));
        Require(undone.Text.Contains("Het inlezen is ongedaan gemaakt.", StringComparison.Ordinal), "the import was not undone");
        var changes = await ChangesAsync(database, id) - before;
        Require(changes == 2 * Edits, $"the trail holds {changes} changes, not every cell");
        Console.WriteLine(FormattableString.Invariant($"import: pages: {Actions} actions, {Edits} edits, {edited.Length / 1024} KiB, preview page {preview.Text.Length / 1024} KiB, peak working set {site.PeakMegabytes} MiB"));
        Console.WriteLine(FormattableString.Invariant($"import: pages: from handing in to applied {seconds:0.00} s; goal {MostSeconds:0} s {(seconds < MostSeconds ? "met" : "MISSED")}"));
    }

    private static async Task<int> ChangesAsync(AuditDatabase database, Guid id)
    {
        await using var db = database.Read();
        return await db.Trail.CountAsync(row => row.AssessmentId == id && row.Event == "action.changed");
    }

    /// <summary>A demo case with a plan of 5,000 actions.</summary>
    private static Task<Guid> FillAsync(AuditDatabase database) => database.WriteAsync(async db =>
    {
        var id = await db.Assessments.Where(row => row.Name.EndsWith("acties over tijd")).Select(row => row.Id).SingleAsync();
        var plan = await db.Plans.SingleAsync(row => row.AssessmentId == id);
        var first = await db.PlannedMeasures.Where(row => row.PlanId == plan.Id).OrderBy(row => row.Position).FirstAsync();
        for (var number = await db.PlannedMeasures.CountAsync(row => row.PlanId == plan.Id); number < Actions; number++)
        {
            var row = (PlannedMeasureRow)db.Entry(first).CurrentValues.ToObject();
            (row.Id, row.Position, row.Version) = (Guid.CreateVersion7(), 1_000 + number, Guid.NewGuid());
            (row.Title, row.MeasureId, row.MeasureJson, row.Because) = ($"Maatregel {number}: vierogenprincipe bij afwijzingen", null, null, string.Empty);
            (row.Accountable, row.Status) = ($"Directeur {number % 10}", (int)ActionStatus.Running);
            db.PlannedMeasures.Add(row);
        }

        return id;
    });

    private static byte[] Edited(byte[] file)
    {
        using var source = new MemoryStream(file);
        using var workbook = new XLWorkbook(source);
        var sheet = workbook.Worksheet("Acties");
        for (var i = 0; i < Edits; i++)
        {
            sheet.Cell(2 + (9 * i), ActionColumns.NumberOf("Opmerking")).SetValue($"Besproken op {i} maart, zie het verslag");
        }

        using var edited = new MemoryStream();
        workbook.SaveAs(edited);
        return edited.ToArray();
    }

    private static async Task<(string Address, string Text)> HandInAsync(HttpClient client, string address, byte[] file)
    {
        var page = await client.GetStringAsync(address);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebSite.TokenIn(page)), "__RequestVerificationToken" },
            { new StringContent(WebSite.ValueIn(page, "inzending")), "inzending" },
            { new ByteArrayContent(file), "bestand", "plan.xlsx" },
        };
        var shown = await ShownAsync(await client.GetAsync(await BackgroundWork.ResultAsync(client, await client.PostAsync(address, form))));
        Require(shown.Text.Contains($"{Edits} wijzigingen, 0 conflicten, 0 nieuwe acties, 0 geweigerd, 0 niet in het bestand, 0 opmerkingen.", StringComparison.Ordinal), "the preview is not that of the edits");
        return shown;
    }

    private static async Task<(string Address, string Text)> DecideAsync(HttpClient client, (string Address, string Text) page, string handler)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", WebSite.TokenIn(page.Text)), new("gezien", WebSite.ValueIn(page.Text, "gezien"))]);
        return await ShownAsync(await client.PostAsync($"{page.Address}?handler={handler}", form));
    }

    private static async Task<(string Address, string Text)> ShownAsync(HttpResponseMessage answer) =>
        (answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Path), await answer.Content.ReadAsStringAsync());

    private static async Task<T> Timed<T>(WebSite site, string what, Func<Task<T>> work)
    {
        var (watch, processor) = (Stopwatch.StartNew(), site.ProcessorSeconds);
        var result = await work();
        Console.WriteLine(FormattableString.Invariant($"import: pages: {what} {watch.Elapsed.TotalSeconds:0.00} s (processor {site.ProcessorSeconds - processor:0.00} s)"));
        return result;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
