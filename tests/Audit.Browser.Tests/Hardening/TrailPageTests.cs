using System.Text.RegularExpressions;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Hardening;

/// <summary>The trail as it is read: page after page without a gap, and as a file in which nothing runs.</summary>
[Collection(AttackedTests.Name)]
public sealed partial class TrailPageTests(AttackedSite attacked)
{
    private const int Added = 1234;

    private AuditDatabase Database => attacked.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    [Fact]
    public async Task Numbers_that_an_administrator_misses_need_not_be_of_suspicions()
    {
        var caseId = Guid.Parse(attacked.Values["id"]);
        string[] left = ["rating.saved", "suggestion.made", "answer.started", "suspicion.reported"];
        await Database.WriteAsync(async db =>
        {
            var body = (await db.Assessments.SingleAsync(row => row.Id == caseId)).BodyId;
            db.Trail.AddRange(left.Append("notes.saved").Select(happened => new TrailRow { BodyId = body, AssessmentId = caseId, AtUtc = DateTime.UtcNow, Event = happened, Subject = $"nummer-{happened}" }));
        });
        var file = await attacked.Callers["beheerder"].TextAsync("/beheer/spoor?handler=csv");
        Assert.Contains("nummer-notes.saved", file, StringComparison.Ordinal);
        Assert.All(left, happened => Assert.DoesNotContain($"nummer-{happened}", file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/doorlichtingen/ID/spoor", "begeleider")]
    [InlineData("/beheer/spoor", "beheerder")]
    public async Task Text_that_looks_like_a_formula_is_text_in_the_file(string path, string mailbox)
    {
        string[] texts = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", " =1", "=\"a\";b"];
        var caseId = Guid.Parse(attacked.Values["id"]);
        await Database.WriteAsync(async db =>
        {
            var row = await db.Assessments.SingleAsync(row => row.Id == caseId);
            // On the page of a body values are shown of what belongs to no case.
            Guid? about = mailbox == "begeleider" ? row.Id : null;
            db.Trail.AddRange(texts.Select(text => new TrailRow { BodyId = row.BodyId, AssessmentId = about, AtUtc = DateTime.UtcNow, Event = "answer.saved", Subject = "formule", Before = text, Reason = "x" }));
        });

        using var answer = await attacked.Callers[mailbox].GetAsync($"{path.Replace("ID", $"{caseId}", StringComparison.Ordinal)}?tekst=formule&handler=csv");
        var csv = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("spoor.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.All(texts[..^1], text => Assert.Contains($";formule;'{text};;x;", csv, StringComparison.Ordinal));
        Assert.Contains(";formule;\"'=\"\"a\"\";b\";;x;", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch(Runs(), csv);
        Assert.Matches(Runs(), csv.Replace(";'", ";", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/doorlichtingen/ID/spoor", "begeleider")]
    [InlineData("/beheer/spoor", "beheerder")]
    public async Task Long_trail_is_read_page_after_page_and_back(string path, string mailbox)
    {
        var caseId = Guid.Parse(attacked.Values["id"]);
        await Database.WriteAsync(async db =>
        {
            var row = await db.Assessments.SingleAsync(row => row.Id == caseId);
            db.Trail.AddRange(Enumerable.Range(0, Added).Select(number => new TrailRow { BodyId = row.BodyId, AssessmentId = row.Id, AtUtc = DateTime.UtcNow, Event = "answer.saved", Subject = $"lang-{mailbox}/D{number}" }));
        });
        var address = $"{path.Replace("ID", $"{caseId}", StringComparison.Ordinal)}?tekst=lang-{mailbox}/";

        var (down, last) = await WalkAsync(attacked.Callers[mailbox], address, "Ouder");
        var (up, first) = await WalkAsync(attacked.Callers[mailbox], last, "Nieuwer");

        Assert.Equal(Added, down.Count);
        Assert.Equal(down.Distinct().OrderDescending(), down);
        // The way back goes over the same pages; its last one is filled up to a whole page.
        Assert.Equal(down.Order(), up.Distinct().Order());
        Assert.Contains($"{down[0]}", await attacked.Callers[mailbox].TextAsync(first), StringComparison.Ordinal);
        var lines = (await attacked.Callers[mailbox].TextAsync($"{address}&handler=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(down, lines[1..].Select(line => int.Parse(line.Split(';')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("voor=-9223372036854775808")]
    [InlineData("na=9223372036854775807")]
    [InlineData("voor=x&na=99999999999999999999")]
    [InlineData("voor=1&na=1")]
    [InlineData("van=0001-01-01&tot=9999-12-31")]
    [InlineData("van=9999-12-31&tot=0001-01-01")]
    public async Task Page_that_is_not_there_is_no_fault(string page)
    {
        using var answer = await attacked.Callers["begeleider"].GetAsync($"/doorlichtingen/{attacked.Values["id"]}/spoor?{page}");
        Assert.Equal(200, (int)answer.StatusCode);
        using var feed = await attacked.Callers["begeleider"].GetAsync($"/doorlichtingen/{attacked.Values["id"]}/activiteit?{page}");
        Assert.Equal(200, (int)feed.StatusCode);
    }

    [Theory]
    [InlineData("resultaat")]
    [InlineData("afdrukken")]
    public async Task Printed_page_carries_an_anchor_that_the_verification_takes(string path)
    {
        var page = System.Net.WebUtility.HtmlDecode(await attacked.Callers["begeleider"].TextAsync($"/doorlichtingen/{attacked.Values["id"]}/{path}"));
        var printed = Anchor().Match(page);
        Assert.True(printed.Success, "the page has no anchor");
        await using var db = Database.Read();
        var caseId = Guid.Parse(attacked.Values["id"]);
        var body = await db.Assessments.Where(row => row.Id == caseId).Select(row => row.BodyId).SingleAsync();
        var chain = new AnchoredChain(body, string.Empty, long.Parse(printed.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), printed.Groups[2].Value);

        Assert.Equal([], await FindingsAsync(chain));
        Assert.Equal([TrailFault.AnchorOther], await FindingsAsync(chain with { Seal = new('0', 64) }));
        Assert.Equal([TrailFault.AnchorTruncated], await FindingsAsync(chain with { Sequence = 1_000_000 }));
    }

    private async Task<IEnumerable<TrailFault>> FindingsAsync(AnchoredChain chain) =>
        (await new TrailVerifier(Database, TrailKeys.Demo) { Anchors = [new(TrailAnchor.SchemaName, DateTime.UtcNow, [chain])] }.RunAsync(chain.BodyId)).Findings
            .Select(finding => finding.Fault).Where(fault => fault is TrailFault.AnchorOther or TrailFault.AnchorTruncated);

    private static async Task<(List<int> Records, string Last)> WalkAsync(Caller caller, string address, string side)
    {
        var records = new List<int>();
        while (true)
        {
            var page = await caller.TextAsync(address);
            records.AddRange(Record().Matches(page).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
            if (Regex.Match(page, $"href=\"([^\"]+)\">{side}<") is not { Success: true } link)
            {
                return (records, address);
            }

            address = address.Split('?')[0] + System.Net.WebUtility.HtmlDecode(link.Groups[1].Value);
        }
    }

    [GeneratedRegex(@"· record (\d+) ·")]
    private static partial Regex Record();

    [GeneratedRegex(@"Anker: record (\d+), zegel ([0-9a-f]{64})")]
    private static partial Regex Anchor();

    /// <summary>A field that a spreadsheet would calculate.</summary>
    [GeneratedRegex("(^|[;\n])\"?\\s?[=+\\-@\t＝]")]
    private static partial Regex Runs();
}
