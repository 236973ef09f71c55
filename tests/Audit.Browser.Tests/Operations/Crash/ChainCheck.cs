using Audit.Data.Database;
using Audit.Data.Database.Chain;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>What is wrong with the chains of the trail, after the server was killed.</summary>
internal static class ChainCheck
{
    public static async Task<IReadOnlyList<string>> ProblemsAsync(DatabaseSettings settings)
    {
        using var database = new AuditDatabase(settings);
        var verdicts = await new TrailVerifier(database, settings.TrailKeys!).RunAsync();
        return [.. verdicts.SelectMany(verdict => verdict.Findings).Select(finding => finding.Text)];
    }
}
