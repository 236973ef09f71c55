using System.CommandLine;
using System.Globalization;
using Audit.Workflows.Administration;

namespace Audit.Cli.Commands;

/// <summary><c>audit retention</c>: shows what has been kept long enough, and erases it when asked to.</summary>
internal static class RetentionCommand
{
    public static Command Create()
    {
        var run = new Option<bool>("--run") { Description = "Wis het ook; zonder deze optie alleen tonen" };
        var options = new DatabaseOptions();
        var command = new Command("retention", "Toon wat langer is bewaard dan Retention__CaseDays en Retention__MailDays, of wis het") { run };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var database = await options.OpenExistingAsync(parsed, cancellation);
            var retention = new Retention(database, RetentionPeriods.Of(DaysOf));
            var now = DateTime.UtcNow;
            var erases = parsed.GetValue(run);
            var items = erases ? await retention.RunAsync(now, cancellation) : await retention.PreviewAsync(now, null, cancellation);
            Console.WriteLine($"Termijnen: doorlichtingen {retention.Periods.CaseDays} dagen, e-mails {retention.Periods.MailDays} dagen (0 = altijd bewaren)");
            foreach (var item in items)
            {
                Console.WriteLine($"{(erases ? "gewist" : "over de termijn")}: {(item.AssessmentId is null ? "e-mails" : item.Name)}: {item.Counts}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static int? DaysOf(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable($"Retention__{name}"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;
}
