using System.CommandLine;
using Audit.Data.Database;
using Audit.Data.Database.Leaving;

namespace Audit.Cli.Commands;

/// <summary><c>audit body delete</c>: takes one body out of an installation for good.</summary>
internal sealed class BodyDeleteCommand
{
    private const int LongestReason = 4000;

    private readonly DatabaseOptions database = new();
    private readonly Argument<Guid> body = new("ID") { Description = "Nummer van de organisatie" };
    private readonly Option<string> confirm = new("--confirm") { Description = "Naam van de organisatie, ter bevestiging", Required = true, HelpName = "NAAM" };
    private readonly Option<string> reason = new("--reason") { Description = "Waarom; dit blijft bewaard", Required = true, HelpName = "REDEN" };

    private BodyDeleteCommand() => reason.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && (string.IsNullOrWhiteSpace(result.Tokens[0].Value) || result.Tokens[0].Value.Length > LongestReason))
        {
            result.AddError($"--reason moet een tekst van hoogstens {LongestReason} tekens zijn");
        }
    });

    public static Command Create()
    {
        var options = new BodyDeleteCommand();
        var command = new Command("delete", "Verwijder alle gegevens van één organisatie; dit is niet terug te draaien, maak eerst een export en een reservekopie") { options.body, options.confirm, options.reason };
        options.database.AddTo(command);
        command.SetAction(options.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var installation = new AuditDatabase(database.FindOrDefault(parsed));
        var order = new ErasureOrder(parsed.GetValue(body), parsed.GetValue(confirm)!, parsed.GetValue(reason)!.Trim());
        var deleted = await new BodyErasure(installation).RunAsync(order, DateTime.UtcNow, cancellation);
        foreach (var (table, rows) in deleted)
        {
            Console.WriteLine($"{table}: {rows} rijen verwijderd");
        }

        Console.WriteLine("De organisatie is verwijderd. Bijlagen in een map ruimt de toepassing binnen een dag op; reservekopieën bevatten de gegevens nog.");
        return ExitCode.Done;
    }
}
