using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Cases;

/// <summary>What people do on the pages for workbooks of one case.</summary>
public sealed class WorkbookPages(Visitor visitor, Guid id)
{
    public const string Token = "__RequestVerificationToken";

    public static string Uploads(Guid id) => $"/doorlichtingen/{id}/actieplan/werkboek/inlezen";

    public static string Owners(Guid id) => $"/doorlichtingen/{id}/actieplan/werkboek/eigenaar";

    /// <summary>Downloads the plan as its link does.</summary>
    public async Task<byte[]> DownloadAsync()
    {
        var answer = await visitor.Page.APIRequest.GetAsync($"/doorlichtingen/{id}/actieplan/werkboek");
        Assert.Equal(200, answer.Status);
        Assert.Contains("no-store", answer.Headers["cache-control"], StringComparison.Ordinal);
        return await answer.BodyAsync();
    }

    /// <summary>Hands in a file on the page.</summary>
    public async Task UploadAsync(byte[] file, string name = "plan.xlsx")
    {
        await visitor.GoAsync(Uploads(id));
        await visitor.Page.GetByLabel("Werkboek", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await visitor.PressAsync("Nakijken");
    }

    /// <summary>The message at the field, after a file was refused.</summary>
    public Task<string> RefusalAsync() => visitor.Page.Locator("#bestand-fout").InnerTextAsync();

    /// <summary>Id of the workbook on the page that is shown.</summary>
    public Guid Shown => Guid.Parse(new Uri(visitor.Page.Url).Segments[^1]);

    public Task OpenAsync(Guid importId) => visitor.GoAsync($"{Uploads(id)}/{importId}");

    public async Task SeesAsync(string text) => await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync(text);

    /// <summary>Changes on the page, as "column: from → to".</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync()
    {
        var rows = visitor.Page.Locator("table:has(#wijzigingen) tr:has(td)");
        var lines = new List<string>();
        foreach (var row in await rows.AllAsync())
        {
            var cells = await row.Locator("td").AllInnerTextsAsync();
            lines.Add($"{cells[0].Trim()}: {cells[1].Trim()} → {cells[2].Split('\n')[0].Trim()}");
        }

        return lines;
    }

    public ILocator Conflicts => visitor.Page.Locator("table:has(#conflicten) tbody tr");
}
