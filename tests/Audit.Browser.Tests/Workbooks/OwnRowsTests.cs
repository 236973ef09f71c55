using System.IO.Compression;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Workbooks;

/// <summary>An owner without an account gets the own rows and nothing of anybody else.</summary>
public sealed class OwnRowsTests(Installation installation)
{
    private const string Address = "directie@elders.example";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly WorkbookMaker maker = new(installation);

    [Fact]
    public async Task Rows_of_an_owner_hold_nothing_of_others_in_any_part_of_the_file()
    {
        var id = await PlanOfTwoAsync();
        var rows = await maker.RowsAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        var file = await DownloadAsync(manager, id, "Eigenaar Een");
        var text = TextOf(file);
        Assert.All(rows.Take(2), row => Assert.Contains(row.Title!, text, StringComparison.Ordinal));
        foreach (var row in rows.Skip(2))
        {
            Assert.DoesNotContain(row.Id.ToString(), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(row.Title!, text, StringComparison.Ordinal);
            Assert.DoesNotContain(row.Goal, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Eigenaar Twee", text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim van twee", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Telt mee laag", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Volgende beste vraag", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_an_owner_are_said_to_be_a_part_and_their_counts_are_right()
    {
        var id = await PlanOfTwoAsync();
        await using var manager = await installation.SignedInAsync("manager");
        using var stream = new MemoryStream(await DownloadAsync(manager, id, "Eigenaar Een"));
        using var book = new XLWorkbook(stream);
        Assert.Equal(["Leeswijzer", "Samenvatting", "Acties", "Afgesloten", "Lijsten", "_meta"], book.Worksheets.Select(sheet => sheet.Name));
        var guide = book.Worksheet("Leeswijzer").CellsUsed().Select(cell => cell.GetString()).ToList();
        Assert.Contains("Dit is een deel van het actieplan: alleen de acties van Eigenaar Een.", guide);
        Assert.Contains(guide, line => line.Contains("stuur het bestand terug aan degene van wie u het kreeg", StringComparison.Ordinal));
        var summary = book.Worksheet("Samenvatting");
        var open = summary.Column(1).CellsUsed().Single(cell => cell.GetString() == "Openstaande acties").CellRight();
        Assert.Contains("COUNTIFS(tblActies[Status]", open.FormulaA1, StringComparison.Ordinal);
        Assert.Equal(2.0, Convert.ToDouble(open.CachedValue, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Rows_that_come_back_change_the_plan_and_others_are_not_missing()
    {
        var id = await PlanOfTwoAsync();
        await using var manager = await installation.SignedInAsync("manager");
        var file = WorkbookMaker.Edited(await DownloadAsync(manager, id, "Eigenaar Een"), book => book.Cell(3, "Status").SetValue("loopt"));
        await using var coach = await installation.SignedInAsync("begeleider");
        var pages = new WorkbookPages(coach, id);
        await pages.UploadAsync(file);
        await pages.SeesAsync("1 wijziging, 0 conflicten, 0 nieuwe acties, 0 geweigerd, 0 niet in het bestand, 0 opmerkingen.");
        await coach.PressAsync("Verwerken");
        Assert.Equal([1], (await maker.RowsAsync(id)).Select((row, index) => (row.Status, index)).Where(pair => pair.Status != 0).Select(pair => pair.index));
        Assert.Equal(1, (await maker.RowsAsync(id))[1].Status);
    }

    [Fact]
    public async Task Rows_are_sent_after_a_page_that_shows_what_goes_to_whom()
    {
        var id = await PlanOfTwoAsync();
        var rows = await maker.RowsAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync(WorkbookPages.Owners(id));
        await manager.PressAsync(manager.Page.GetByRole(AriaRole.Link, new() { Name = "Versturen aan Eigenaar Een" }));
        await manager.Page.GetByLabel("E-mailadres").FillAsync(Address);
        await manager.PressAsync("Verder");
        Assert.Null(await MailAsync(id));
        var main = manager.Page.Locator("main");
        await Assertions.Expect(main).ToContainTextAsync("Het bestand verlaat dit systeem");
        await Assertions.Expect(main).ToContainTextAsync("rubricering ‘Intern’");
        Assert.Equal(rows.Take(2).Select((row, i) => $"{i + 1}. {row.Title}"), (await main.Locator("ul li").AllInnerTextsAsync()).Select(line => line.Split(" Controle")[0].Trim()));
        await manager.PressAsync("Versturen");
        Assert.Equal($"Het werkboek gaat zo naar {Address}.", await manager.MessageAsync());
        await Assertions.Expect(main).ToContainTextAsync($"Aan {Address}");

        var mail = (await MailAsync(id))!;
        Assert.Equal((Address, "Uw acties om bij te werken"), (mail.Recipient, mail.Subject));
        Assert.Contains("stuur het terug aan Milan Manager", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("klasse", mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("^(concept-)?acties-eigenaar-een-[0-9-]+[.]xlsx$", mail.AttachmentName!);
        Assert.DoesNotContain("Eigenaar Twee", TextOf(Convert.FromBase64String(mail.Attachment!)), StringComparison.Ordinal);
        Assert.Equal($"2 acties van Eigenaar Een, verstuurd aan {Address}", Assert.Single(await maker.TrailAsync(id, "workbook.exported")).After);

        await maker.HandInAsync(id, Convert.FromBase64String(mail.Attachment!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("directie")]
    [InlineData("directie@elders")]
    [InlineData("Directie <directie@elders.example>")]
    [InlineData("een@elders.example, twee@elders.example")]
    public async Task Address_that_is_none_is_refused_and_kept(string typed)
    {
        var id = await maker.CaseAsync();
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"{WorkbookPages.Owners(id)}/{await maker.OwnerAsync(id)}/versturen");
        await manager.Page.GetByLabel("E-mailadres").FillAsync(typed);
        await manager.PressAsync("Verder");
        await Assertions.Expect(manager.Page.Locator("#adres-fout")).ToContainTextAsync("Vul een e-mailadres in");
        Assert.Equal(typed, await manager.Page.GetByLabel("E-mailadres").InputValueAsync());
    }

    [Fact]
    public async Task Form_that_is_sent_twice_sends_once_and_rows_that_changed_are_shown_first()
    {
        var id = await PlanOfTwoAsync();
        var owner = (await maker.OwnersAsync(id)).Single(one => one.Name == "Eigenaar Een");
        await using var manager = await installation.SignedInAsync("manager");
        var path = $"{WorkbookPages.Owners(id)}/{owner.Key}/versturen";
        await manager.GoAsync(path);
        (string, string)[] form =
        [
            (WorkbookPages.Token, await manager.TokenAsync()), ("adres", Address), ("gezien", owner.Fingerprint),
            ("inzending", Guid.NewGuid().ToString()),
        ];
        var answers = await Task.WhenAll(manager.PostAsync($"{path}?handler=versturen", form), manager.PostAsync($"{path}?handler=versturen", form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Single(await maker.TrailAsync(id, "workbook.exported"));

        await maker.ChangeAsync(id, 2, row => row.Accountable = "Eigenaar Een");
        var late = await manager.PostAsync($"{path}?handler=versturen", form);
        Assert.Contains("De acties van deze eigenaar zijn intussen veranderd.", await late.TextAsync(), StringComparison.Ordinal);
        Assert.Single(await maker.TrailAsync(id, "workbook.exported"));
    }

    [Fact]
    public async Task Owners_are_found_by_name_by_member_and_by_address()
    {
        var id = await PlanOfTwoAsync();
        var ofTwo = (await maker.RowsAsync(id)).Count - 2;
        var member = await new CaseMaker(installation).UserAsync(Roles.Assessor);
        await maker.ChangeAsync(id, 4, row => (row.OwnerId, row.OwnerEmail) = (member, null));
        await maker.ChangeAsync(id, 5, row => row.OwnerEmail = "ander@elders.example");
        Assert.Equal(
            [("Eigenaar Een", 2), ("Eigenaar Twee", ofTwo), ("Tess Teamlid", 1), ("ander@elders.example", 1)],
            (await maker.OwnersAsync(id)).Select(owner => (owner.Name, owner.Actions.Count)));
    }

    /// <summary>A plan of which the first two actions are of one owner and the rest of another, who wrote something that is not for the first.</summary>
    private async Task<Guid> PlanOfTwoAsync()
    {
        var id = await maker.CaseAsync();
        for (var i = 0; i < (await maker.RowsAsync(id)).Count; i++)
        {
            var (own, index) = (i < 2, i);
            await maker.ChangeAsync(id, index, row => (row.Accountable, row.Remark, row.Goal) =
                (own ? "Eigenaar Een" : "Eigenaar Twee", own ? "van mij" : "geheim van twee", $"Doel nummer {index + 1} van {(own ? "een" : "twee")}"));
        }

        return id;
    }

    private async Task<byte[]> DownloadAsync(Visitor visitor, Guid id, string owner)
    {
        var key = (await maker.OwnersAsync(id)).Single(one => one.Name == owner).Key;
        var answer = await visitor.Page.APIRequest.GetAsync($"{WorkbookPages.Owners(id)}/{key}");
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }

    private async Task<MailRow?> MailAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.Mails.SingleOrDefaultAsync(row => row.AssessmentId == id);
    }

    /// <summary>Everything in the package that is text, hidden sheets and properties included.</summary>
    private static string TextOf(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return System.Net.WebUtility.HtmlDecode(reader.ReadToEnd());
        }));
    }
}
