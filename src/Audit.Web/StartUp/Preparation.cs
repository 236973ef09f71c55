using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Engine;
using Audit.Workflows.Seed;
using Microsoft.AspNetCore.Identity;

namespace Audit.Web.StartUp;

/// <summary>What happens once before the first request.</summary>
internal static class Preparation
{
    /// <summary>Brings database and definitions up to date; demo data in Development only.</summary>
    /// <returns>Why the application must not start, in Dutch; null when it may.</returns>
    public static async Task<string?> RunAsync(WebApplication app)
    {
        var database = app.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        if (await RefusalOfAsync(database) is { } refusal)
        {
            return refusal;
        }

        if (await PublishDefinitionsAsync(app) is { } problems)
        {
            return problems;
        }

        if (Keys.IsUnprotected(app.Configuration) && !app.Environment.IsDevelopment())
        {
            app.Logger.LogWarning("The data-protection keys in the database are not protected by a certificate: whoever reads the database can make sessions");
        }

        await using var scope = app.Services.CreateAsyncScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<UserRow>>();
        if (!app.Environment.IsDevelopment())
        {
            return await DemoUsers.AreOpenAsync(database, hasher)
                ? "Deze database bevat demo-accounts met het demowachtwoord. Verwijder ze of geef ze een ander wachtwoord."
                : null;
        }

        var runner = app.Services.GetRequiredService<WorkflowRunner>().OverAllBodies();
        await ActivatorUtilities.CreateInstance<DemoSeed>(app.Services, database, runner).SeedAsync(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        return null;
    }

    private static async Task<string?> RefusalOfAsync(AuditDatabase database)
    {
        try
        {
            await database.MigrateAsync();
            return null;
        }
        catch (DatabaseRefusedException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Tells whoever started it where it is and how to get in.</summary>
    private static void Announce(WebApplication app)
    {
        Console.WriteLine($"De toepassing draait met demogegevens op {string.Join(" en ", app.Urls)}");
        Console.WriteLine($"Meld u aan als {string.Join(", ", DemoUsers.Addresses)}");
        Console.WriteLine($"Wachtwoord van elk demo-account: {DemoUsers.Password}");
    }

    private static async Task<string?> PublishDefinitionsAsync(WebApplication app)
    {
        var folder = app.Services.GetRequiredService<TemplateFolder>();
        var nowUtc = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var problems = await app.Services.GetRequiredService<WorkflowRunner>().OverAllBodies().ReloadDefinitionsAsync(folder.Workflows, nowUtc);
        foreach (var problem in problems)
        {
            app.Logger.LogWarning("{Problem}", problem);
        }

        var errors = problems.Where(problem => !problem.IsWarning).ToList();
        return errors.Count == 0 ? null : string.Join(Environment.NewLine, errors);
    }
}
