using System.IO.Compression;
using System.Net;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Hardening;

/// <summary>Files that come in take no more than they may; files that go out hold text where somebody typed text.</summary>
[Collection(AttackedTests.Name)]
public sealed class FileTests(AttackedSite attacked)
{
    private const string Formula = "=cmd|'/c calc'!A1";

    [Theory]
    [InlineData("/beheer/vragensets/nieuw", "beheerder")]
    [InlineData("/doorlichtingen/ID/actieplan/werkboek/inlezen", "manager")]
    public async Task A_small_file_that_unpacks_to_a_large_one_is_refused(string path, string mailbox)
    {
        var bomb = Bomb();
        Assert.InRange(bomb.Length, 150_000, 250_000);
        var before = GC.GetTotalAllocatedBytes();
        using var answer = await SendAsync(path.Replace("ID", attacked.Values["id"], StringComparison.Ordinal), mailbox, bomb, "bom.xlsx");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("verdacht sterk ingepakt", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 150_000_000);
    }

    [Fact]
    public async Task Workbook_with_an_outside_entity_is_refused()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in new[] { "[Content_Types].xml", "xl/workbook.xml" })
            {
                using var text = new StreamWriter(archive.CreateEntry(part).Open());
                await text.WriteAsync("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
            }
        }

        using var answer = await SendAsync("/beheer/vragensets/nieuw", "beheerder", packed.ToArray(), "xxe.xlsx");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("documenttype (DTD)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_looks_like_a_formula_is_text_in_the_workbook()
    {
        var database = attacked.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        var action = Guid.Parse(attacked.Values["rij"]);
        await database.WriteAsync(async db => (await db.PlannedMeasures.AsTracking().SingleAsync(row => row.Id == action)).Goal = Formula);
        using var answer = await attacked.Callers["begeleider"].GetAsync($"/doorlichtingen/{attacked.Values["id"]}/actieplan/werkboek");
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var parts = archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(TextOf).ToList();
        Assert.Contains(parts, part => part.Contains("=cmd|", StringComparison.Ordinal));
        Assert.DoesNotContain(parts, part => System.Text.RegularExpressions.Regex.IsMatch(part, "<(x:)?f[^>]*>[^<]*cmd"));
        Assert.Contains(parts, part => part.Contains("quotePrefix=\"1\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_without_a_length_is_stopped_on_the_way()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/taal") { Content = new ByteArrayContent(new byte[6 * 1024 * 1024]) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = true;
        using var answer = await attacked.Callers["begeleider"].Client.SendAsync(request);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string mailbox, byte[] file, string name)
    {
        var caller = attacked.Callers[mailbox];
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await caller.TokenAsync()), Caller.Token },
            { new StringContent(Guid.NewGuid().ToString()), "inzending" },
            { new ByteArrayContent(file), "bestand", name },
        };
        return await caller.Client.PostAsync(path, form);
    }

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Two hundred megabytes of nothing, in a part that a workbook has.</summary>
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var nothing = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 200; megabyte++)
            {
                part.Write(nothing);
            }
        }

        return packed.ToArray();
    }
}
