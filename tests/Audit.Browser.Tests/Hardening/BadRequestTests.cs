using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Audit.Browser.Tests.Hardening;

/// <summary>Whatever is asked of whichever page by whoever: never a fault of ours, never a wait without end, never words that were meant for us.</summary>
/// <remarks>With AUDIT_TEST_LONG 10,000 requests, otherwise 1,000.</remarks>
[Collection(AttackedTests.Name)]
public sealed partial class BadRequestTests(AttackedSite attacked)
{
    private const int Seed = 20261126;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static int Requests => Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") is { Length: > 0 } ? 10_000 : 1_000;

    [Fact]
    public async Task Bad_requests_are_no_fault_of_ours()
    {
        var generator = new BadRequests(Seed, attacked);
        var tokens = new Dictionary<string, string>();
        var (faults, statuses, watch, slowest) = (new List<string>(), new SortedDictionary<int, int>(), Stopwatch.StartNew(), TimeSpan.Zero);
        for (var number = 0; number < Requests; number++)
        {
            var bad = generator.Next();
            if (number % 250 == 0)
            {
                await RenewAsync(tokens);
            }

            var began = watch.Elapsed;
            var (status, fault) = await AskAsync(bad, tokens[bad.Who]);
            slowest = watch.Elapsed - began is var took && took > slowest ? took : slowest;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (fault is not null)
            {
                faults.Add($"#{number} {fault}: {bad}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {Requests} requests over {attacked.Handlers.Count} handlers in {watch.Elapsed.TotalSeconds:0} s, slowest {slowest.TotalMilliseconds:0} ms; {string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}"))}");
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Take(60))}");
        Assert.True(statuses.GetValueOrDefault(200) > Requests / 20 && statuses.GetValueOrDefault(404) > 0 && statuses.GetValueOrDefault(400) > 0, "the generator reaches nothing");
    }

    /// <summary>Sessions end when a request signs out, and tokens belong to sessions.</summary>
    private async Task RenewAsync(Dictionary<string, string> tokens)
    {
        foreach (var (who, caller) in attacked.Callers)
        {
            if (who.Length > 0 && (int)(await caller.GetAsync("/doorlichtingen")).StatusCode != 200)
            {
                await caller.SignInAsync(who);
            }

            tokens[who] = await caller.TokenAsync();
        }
    }

    private async Task<(int Status, string? Fault)> AskAsync(BadRequest bad, string token)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var request = bad.Make(token);
            using var answer = await attacked.Callers[bad.Who].Client.SendAsync(request, patience.Token);
            var status = (int)answer.StatusCode;
            var text = answer.Content.Headers.ContentType?.MediaType?.StartsWith("text/", StringComparison.Ordinal) == true ? await answer.Content.ReadAsStringAsync(patience.Token) : string.Empty;
            return (status, FaultIn(status, text));
        }
        catch (OperationCanceledException)
        {
            return (0, $"no answer in {Patience.TotalSeconds:0} s");
        }
        catch (HttpRequestException failure)
        {
            return (0, $"broken off: {failure.Message}");
        }
    }

    private static string? FaultIn(int status, string text) =>
        status >= 500 ? $"status {status}"
        : Inner().Match(text) is { Success: true } inner ? $"says '{inner.Value}'"
        : text.Contains("<html lang=\"nl\"", StringComparison.Ordinal) && English().Match(text) is { Success: true } english ? $"says '{english.Value}'"
        : text.Contains("<html", StringComparison.Ordinal) && (text.Contains("<img src=x", StringComparison.Ordinal) || text.Contains("<script>kanarie", StringComparison.Ordinal)) ? "shows markup"
        : null;

    /// <summary>What only a program says.</summary>
    [GeneratedRegex(@"\bat (Audit|Microsoft|System)\.|Exception:|System\.[A-Z]|Microsoft\.[A-Z]|SQLite|Object reference")]
    private static partial Regex Inner();

    /// <summary>What the framework says when nobody told it how to say it.</summary>
    [GeneratedRegex(@"The (value|field|input|supplied)\b|is not valid\b|is required\b|must be\b|could not be\b")]
    private static partial Regex English();
}
