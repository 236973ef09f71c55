using System.IO.Compression;
using System.Text;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Workbooks;

/// <summary>What is no workbook of this case is refused in words that help, and nothing of it is kept.</summary>
public sealed class WorkbookUploadTests(Installation installation)
{
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly WorkbookMaker maker = new(installation);

    [Fact]
    public async Task Hostile_and_broken_files_are_refused_at_the_field()
    {
        var id = await maker.CaseAsync();
        var good = await maker.ExportAsync(id);
        (string Name, byte[] File, string Says)[] files =
        [
            ("leeg.xlsx", [], "Het bestand is leeg."),
            ("plan.xls", [1], "Kies een bestand waarvan de naam eindigt op .xlsx."),
            ("csv.xlsx", Encoding.UTF8.GetBytes("Nr;Taak\r\n1;Bijstand\r\n"), "dit is geen Excel-werkboek (.xlsx)"),
            ("bom.xlsx", With(good, "xl/worksheets/sheet99.xml", new string(' ', 1024 * 1024), 200), "het bestand is verdacht sterk ingepakt"),
            ("macro.xlsx", With(good, "xl/vbaProject.bin", "x"), "het werkboek bevat macro's"),
            ("koppeling.xlsx", With(good, "xl/externalLinks/externalLink1.xml", "<x/>"), "het werkboek bevat koppelingen naar andere bestanden"),
            ("xxe.xlsx", Edited(good, "xl/workbook.xml", text => text.Replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", StringComparison.Ordinal)), "het werkboek bevat een documenttype (DTD)"),
            ("groot.xlsx", new byte[(10 * 1024 * 1024) + 1], "het bestand is te groot (meer dan 10 MB)"),
        ];
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        foreach (var (name, file, says) in files)
        {
            await pages.UploadAsync(file, name);
            Assert.Contains(says, await pages.RefusalAsync(), StringComparison.Ordinal);
        }

        Assert.InRange(files[3].File.Length, 100_000, 300_000);
        Assert.Equal(Guid.Empty, await maker.NewestAsync(id));
    }

    [Fact]
    public async Task File_far_over_the_limit_is_stopped_before_it_is_read()
    {
        var id = await maker.CaseAsync();
        await using var manager = await installation.SignedInAsync("manager");
        await new WorkbookPages(manager, id).UploadAsync(new byte[13 * 1024 * 1024]);
        await Assertions.Expect(manager.Page.Locator("h1")).ToHaveTextAsync("Dit bestand is te groot");
    }

    [Fact]
    public async Task Workbook_of_another_case_is_named_to_its_members_only()
    {
        var (mine, other) = (await maker.CaseAsync(), await maker.CaseAsync());
        var file = await maker.ExportAsync(other);
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, mine);
        await pages.UploadAsync(file);
        Assert.Contains("Dit werkboek hoort bij een andere doorlichting: ‘Proef: adoption’.", await pages.RefusalAsync(), StringComparison.Ordinal);

        var userId = await new CaseMaker(installation).UserAsync(Roles.Manager);
        await database.WriteAsync(async db => db.Members.RemoveRange(await db.Members.Where(row => row.AssessmentId == other && row.UserId == userId).ToListAsync()));
        await pages.UploadAsync(file);
        var refusal = await pages.RefusalAsync();
        Assert.Contains("is onbekend bij deze doorlichting", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("andere doorlichting", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_export_is_refused_and_not_guessed()
    {
        var id = await maker.CaseAsync();
        var file = WorkbookMaker.Edited(await maker.ExportAsync(id), book => book.Worksheet("_meta").Cell("B2").SetValue(Guid.NewGuid().ToString()));
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.UploadAsync(file);
        Assert.Contains("is onbekend bij deze doorlichting", await pages.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_of_an_older_plan_is_refused_and_one_that_waits_can_only_be_set_aside()
    {
        var id = await maker.CaseAsync();
        var file = WorkbookMaker.Edited(await maker.ExportAsync(id), book => book.Cell(2, "Doel").SetValue("anders"));
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.UploadAsync(file);
        var waiting = pages.Shown;
        var seen = await manager.Page.Locator("input[name=gezien]").InputValueAsync();
        await maker.ReplanAsync(id);
        var answer = await manager.PostAsync($"{WorkbookPages.Uploads(id)}/{waiting}?handler=verwerken", (WorkbookPages.Token, await manager.TokenAsync()), ("gezien", seen));
        Assert.Contains("Intussen is plan 2 gemaakt", await answer.TextAsync(), StringComparison.Ordinal);
        await pages.UploadAsync(file);
        Assert.Contains("Dit werkboek hoort bij plan 1. Intussen is plan 2 gemaakt", await pages.RefusalAsync(), StringComparison.Ordinal);
        await pages.OpenAsync(waiting);
        await pages.SeesAsync("Kan niet meer worden verwerkt");
        await manager.PressAsync("Wegleggen");
        Assert.Equal("Het werkboek is weggelegd. Er is niets gewijzigd.", await manager.MessageAsync());
    }

    [Fact]
    public async Task Form_that_is_sent_twice_keeps_one_workbook()
    {
        var id = await maker.CaseAsync();
        var file = await maker.ExportAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync(WorkbookPages.Uploads(id));
        var (token, submission) = (await manager.TokenAsync(), await manager.Page.Locator("input[name=inzending]").InputValueAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => PostAsync(manager, id, (token, submission), file)));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal($"{WorkbookPages.Uploads(id)}/{await maker.NewestAsync(id)}", Assert.Single(answers.Select(answer => answer.Headers["location"]).Distinct()));
        Assert.Single(await maker.TrailAsync(id, "workbook.uploaded"));

        var other = await PostAsync(manager, id, (token, submission), WorkbookMaker.Edited(file, book => book.Cell(2, "Doel").SetValue("anders")));
        Assert.NotEqual(answers[0].Headers["location"], other.Headers["location"]);
        Assert.Equal(2, (await maker.TrailAsync(id, "workbook.uploaded")).Count);
    }

    [Fact]
    public async Task Base_that_the_hidden_sheet_contradicts_makes_a_conflict_of_every_difference()
    {
        var id = await maker.CaseAsync();
        var file = WorkbookMaker.Edited(await maker.ExportAsync(id), book =>
        {
            book.Cell(2, "Doel").SetValue("anders");
            book.Cell(3, "Doel").SetValue("ook anders");
            book.Worksheet("_meta").Cell("B8").SetValue(new string('0', 64));
            book.Cell(2, "RowVersion").SetValue("weg");
        });
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.UploadAsync(file);
        await pages.SeesAsync("1 wijziging, 1 conflict, 0 nieuwe acties, 0 geweigerd, 0 niet in het bestand, 1 opmerking.");
        await Assertions.Expect(pages.Conflicts.Locator("td").Nth(1)).ToHaveTextAsync("onbekend");
    }

    private static Task<IAPIResponse> PostAsync(Visitor visitor, Guid id, (string Token, string Submission) form, byte[] file)
    {
        var data = visitor.Page.APIRequest.CreateFormData();
        data.Append(WorkbookPages.Token, form.Token);
        data.Append("inzending", form.Submission);
        data.Append("bestand", new FilePayload { Name = "plan.xlsx", MimeType = "application/octet-stream", Buffer = file });
        return visitor.Page.APIRequest.PostAsync(WorkbookPages.Uploads(id), new() { Multipart = data, MaxRedirects = 0 });
    }

    private static byte[] With(byte[] file, string part, string text, int times = 1) => Repacked(file, archive =>
    {
        using var writer = new StreamWriter(archive.CreateEntry(part, CompressionLevel.SmallestSize).Open());
        for (var i = 0; i < times; i++)
        {
            writer.Write(text);
        }
    });

    private static byte[] Edited(byte[] file, string part, Func<string, string> edit) => Repacked(file, archive =>
    {
        string text;
        using (var reader = new StreamReader(archive.GetEntry(part)!.Open()))
        {
            text = reader.ReadToEnd();
        }

        archive.GetEntry(part)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open());
        writer.Write(edit(text));
    });

    private static byte[] Repacked(byte[] file, Action<ZipArchive> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            edit(archive);
        }

        return stream.ToArray();
    }
}
