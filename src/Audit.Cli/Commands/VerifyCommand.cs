using System.CommandLine;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Microsoft.EntityFrameworkCore;

namespace Audit.Cli.Commands;

/// <summary><c>audit verify</c>: recalculates the chains of the trail, also while the database is in use.</summary>
internal sealed class VerifyCommand
{
    private readonly Option<string[]> anchors = new("--anchor")
    {
        Description = "Anker dat buiten de database is bewaard (audit anchor); vindt ook wat van het eind is afgehaald. Mag vaker worden gegeven",
        HelpName = "BESTAND",
    };

    private readonly DatabaseOptions options = new();

    public static Command Create()
    {
        var verify = new VerifyCommand();
        var command = new Command("verify", "Ga na of het spoor is gewijzigd; de sleutel komt uit Trail__Key of Trail__KeyFile") { verify.anchors };
        verify.options.AddTo(command);
        command.SetAction(verify.RunAsync);
        return command;
    }

    /// <summary>Prints what was found; false when something is wrong.</summary>
    public static async Task<bool> ReportAsync(AuditDatabase database, IReadOnlyList<TrailAnchor> anchors, CancellationToken cancellation)
    {
        var keys = database.Settings.TrailKeys ?? TrailKeys.Demo;
        var verdicts = await new TrailVerifier(database, keys) { Anchors = anchors }.RunAsync(cancellation);
        await using var db = database.Read();
        var names = await db.Bodies.ToDictionaryAsync(body => body.Id, body => body.Name, cancellation);
        foreach (var verdict in verdicts)
        {
            var name = verdict.BodyId == TrailRow.Installation ? "installatie" : names.GetValueOrDefault(verdict.BodyId, verdict.BodyId.ToString());
            Console.WriteLine($"{name}: {verdict.Records} records, waarvan {verdict.Erased} met gewiste waarden: {(verdict.Verifies ? "klopt" : $"{verdict.Findings.Count} problemen")}");
            foreach (var finding in verdict.Findings)
            {
                Console.Error.WriteLine($"audit: {name}: {finding.Text}");
            }
        }

        if (keys.AreDemo)
        {
            Console.Error.WriteLine("audit: er is geen sleutel opgegeven (Trail__Key of Trail__KeyFile); nagegaan met de demosleutel, die niets beschermt.");
        }

        return verdicts.All(verdict => verdict.Verifies);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var given = new List<TrailAnchor>();
        foreach (var file in parsed.GetValue(anchors) ?? [])
        {
            if (!File.Exists(file))
            {
                Console.Error.WriteLine($"audit: {file}: het bestand bestaat niet");
                return ExitCode.InputAtFault;
            }

            given.Add(TrailAnchor.Parse(await File.ReadAllTextAsync(file, cancellation)));
        }

        using var database = await options.OpenExistingAsync(parsed, cancellation);
        return await ReportAsync(database, given, cancellation) ? ExitCode.Done : ExitCode.InputAtFault;
    }
}
