using System.CommandLine;
using Audit.Data.Database;
using Audit.Workflows.Accounts;

namespace Audit.Cli.Commands;

/// <summary><c>audit body create</c>: a new body.</summary>
internal static class BodyCreateCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAAM") { Description = "Naam van de organisatie" };
        var identifier = new Option<string?>("--tooi") { Description = "TOOI-adres van de organisatie", HelpName = "ADRES" };
        var database = new DatabaseOptions();
        var create = new Command("create", "Maak een organisatie; werkt ook op een lege database") { name, identifier };
        database.AddTo(create);
        create.SetAction(async (parsed, cancellation) =>
        {
            using var target = new AuditDatabase(database.FindOrDefault(parsed));
            await target.MigrateAsync(cancellation);
            var (body, refusal) = await target.WriteAsync(db => BodyRegister.CreateAsync(db, parsed.GetValue(name), parsed.GetValue(identifier), new(null, string.Empty, DateTime.UtcNow)), cancellation);
            if (body is null)
            {
                Console.Error.WriteLine($"audit: {refusal}");
                return ExitCode.InputAtFault;
            }

            Console.WriteLine($"Gemaakt: {body.Name} ({body.Id})");
            return ExitCode.Done;
        });
        return create;
    }
}
