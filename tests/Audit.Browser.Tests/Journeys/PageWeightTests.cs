using System.Text.Json;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Journeys;

/// <summary>What the question page sends over the line, the first time and after that.</summary>
public sealed class PageWeightTests(Installation installation)
{
    private const int FirstKilobytes = 100;
    private const int LaterKilobytes = 15;
    private const int FirstRequests = 10;

    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Question_page_is_light()
    {
        var path = $"/doorlichtingen/{await maker.MakeAsync("regulation")}/vragen/controle-uitwonendenbeurs/regulation/R12";
        await using var visitor = await installation.SignedInAsync("teamlid", new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var (first, requests, usable) = await LoadAsync(visitor, path);
        var (later, _, _) = await LoadAsync(visitor, path);
        TestContext.Current.TestOutputHelper?.WriteLine($"first {first:0.0} kB in {requests} requests, usable after {usable:0} ms; later {later:0.0} kB");
        Assert.InRange(first, 1, FirstKilobytes);
        Assert.InRange(requests, 1, FirstRequests);
        Assert.InRange(later, 0.5, LaterKilobytes);
    }

    /// <summary>Bytes as they came over the line, headers included.</summary>
    private static async Task<(double Kilobytes, int Requests, double UsableMs)> LoadAsync(Visitor visitor, string path)
    {
        var session = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        var (bytes, requests) = (0.0, 0);
        session.Event("Network.loadingFinished").OnEvent += (_, message) => bytes += message!.Value.GetProperty("encodedDataLength").GetDouble();
        session.Event("Network.requestWillBeSent").OnEvent += (_, message) => requests += message is JsonElement ? 1 : 0;
        await session.SendAsync("Network.enable");
        await visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var usable = await visitor.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
        await session.DetachAsync();
        return (bytes / 1000, requests, usable);
    }
}
