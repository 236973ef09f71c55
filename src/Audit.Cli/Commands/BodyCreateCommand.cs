using System.CommandLine;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Workflows.Accounts;
using Microsoft.EntityFrameworkCore;

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
            var settings = database.FindOrDefault(parsed);
            using var target = new AuditDatabase(settings);
            await target.MigrateAsync(cancellation);
            if (settings.TrailKeys is null && !await IsDemoAsync(target, cancellation))
            {
                Console.Error.WriteLine(
                    "audit: de sleutel van het spoor ontbreekt (Trail__KeyFile of Trail__Key). Zonder die sleutel zou het spoor met de openbare demosleutel beginnen, en dan weigert de webtoepassing te starten. Maak een sleutel met: openssl rand -base64 32");
                return ExitCode.InputAtFault;
            }

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

    /// <summary>Whether the trail is sealed with the demo key already, which nobody takes for a real one.</summary>
    private static async Task<bool> IsDemoAsync(AuditDatabase database, CancellationToken cancellation)
    {
        await using var db = database.Read();
        return await db.TrailHeads.AnyAsync(head => head.KeyId == TrailKeys.Demo.Current.Id, cancellation);
    }
}
