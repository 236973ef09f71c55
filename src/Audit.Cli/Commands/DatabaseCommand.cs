using System.CommandLine;
using Audit.Data.Database;
using Audit.Data.Database.Copy;

namespace Audit.Cli.Commands;

/// <summary><c>audit database copy</c>: moves an installation to another database.</summary>
internal sealed class DatabaseCommand
{
    private readonly Option<DatabaseProvider> fromProvider = Provider("--from-provider", "Soort van de bron");
    private readonly Option<string> from = new("--from") { Description = "Verbindingstekst van de bron", Required = true, HelpName = "TEKST" };
    private readonly Option<DatabaseProvider> toProvider = Provider("--to-provider", "Soort van het doel");
    private readonly Option<string> to = new("--to") { Description = "Verbindingstekst van het doel", Required = true, HelpName = "TEKST" };
    private readonly Option<int> batch = new("--batch") { Description = "Rijen per transactie", HelpName = "AANTAL", DefaultValueFactory = _ => 500 };

    private DatabaseCommand() => batch.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var size) && size < 1)
        {
            result.AddError("--batch moet minstens 1 zijn");
        }
    });

    public static Command Create()
    {
        var options = new DatabaseCommand();
        var copy = new Command("copy", "Kopieer een hele database naar een andere, ook tussen SQLite en SQL Server; een afgebroken kopie gaat verder")
        {
            options.fromProvider, options.from, options.toProvider, options.to, options.batch,
        };
        copy.SetAction(options.CopyAsync);
        return new Command("database", "Verhuis een database") { copy };
    }

    private static Option<DatabaseProvider> Provider(string name, string meaning)
    {
        var option = new Option<DatabaseProvider>(name) { Description = $"{meaning}: Sqlite of SqlServer", HelpName = "SOORT" };
        option.AcceptOnlyFromAmong(Enum.GetNames<DatabaseProvider>());
        return option;
    }

    private async Task<int> CopyAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var source = new AuditDatabase(new(parsed.GetValue(fromProvider), parsed.GetValue(from)!));
        using var target = new AuditDatabase(new(parsed.GetValue(toProvider), parsed.GetValue(to)!));
        var copy = new DatabaseCopy(source, target) { BatchSize = parsed.GetValue(batch) };
        try
        {
            await copy.RunAsync(cancellation);
            return await CompareAsync(copy, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Console.Error.WriteLine("audit: afgebroken; dezelfde opdracht gaat verder waar dit ophield.");
            return ExitCode.InputAtFault;
        }
    }

    private static async Task<int> CompareAsync(DatabaseCopy copy, CancellationToken cancellation)
    {
        var different = new List<string>();
        await foreach (var table in copy.CompareAsync(cancellation))
        {
            Console.WriteLine(Describe(table));
            if (!table.AreEqual)
            {
                different.Add(table.Name);
            }
        }

        if (different.Count == 0)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"audit: de kopie is niet gelijk aan de bron in {string.Join(", ", different)}. Gebruik het doel niet; begin opnieuw met een leeg doel terwijl niemand de bron gebruikt.");
        return ExitCode.InputAtFault;
    }

    private static string Describe(TableComparison table) => table switch
    {
        { AreEqual: true } => $"{table.Name}: {table.Source.Rows} rijen, gelijk",
        _ when table.Source.Rows == table.Target.Rows => $"{table.Name}: {table.Source.Rows} rijen, inhoud verschilt",
        _ => $"{table.Name}: {table.Source.Rows} rijen in de bron, {table.Target.Rows} in het doel",
    };
}
