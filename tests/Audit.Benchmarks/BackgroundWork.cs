using System.Text.RegularExpressions;

namespace Audit.Benchmarks;

/// <summary>Begins long work through the pages and waits for it, as a browser does that asks again and again.</summary>
internal static partial class BackgroundWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Lets the workbook of a plan be made and downloads it.</summary>
    public static async Task<byte[]> WorkbookAsync(HttpClient client, Guid caseId)
    {
        var start = $"/doorlichtingen/{caseId}/achtergrond";
        var page = await client.GetStringAsync(start);
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", WebSite.TokenIn(page)), new("inzending", WebSite.ValueIn(page, "inzending")), new("werk", "plan-workbook"),
        ]);
        return await client.GetByteArrayAsync(await ResultAsync(client, await client.PostAsync(start, form)));
    }

    /// <summary>Address of the result, once the work is done; the address itself when the answer is no page of long work.</summary>
    public static async Task<string> ResultAsync(HttpClient client, HttpResponseMessage answer)
    {
        var address = answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.AbsolutePath;
        if (!address.StartsWith("/taken/", StringComparison.Ordinal))
        {
            return address;
        }

        while (true)
        {
            var page = await client.GetStringAsync(address);
            if (ResultLink().Match(page) is { Success: true } link)
            {
                return link.Groups[1].Value;
            }

            if (page.Contains("Niet gelukt", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("the work in the background failed");
            }

            await Task.Delay(Pause);
        }
    }

    [GeneratedRegex("primary-action\" href=\"([^\"]+)\"")]
    private static partial Regex ResultLink();
}
