using System.Diagnostics;
using Audit.Integration.Tests.Database;

namespace Audit.Integration.Tests.Cli;

/// <summary>Runs the real program as a process, in the root of the repository.</summary>
/// <remarks>With AUDIT_PUBLISHED set to a folder of <c>eng/publish</c> it is the published program that runs.</remarks>
internal sealed record AuditProgram(int ExitCode, string Output, string Errors)
{
    public static Task<AuditProgram> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Runs it with these settings in the environment.</summary>
    public static async Task<AuditProgram> RunAsync(IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var published = Environment.GetEnvironmentVariable("AUDIT_PUBLISHED");
        var start = new ProcessStartInfo(published is null ? "dotnet" : Path.Combine(published, "audit")) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = RepositoryFiles.Root };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        string[] program = published is null ? [Path.Combine(AppContext.BaseDirectory, "audit.dll")] : [];
        foreach (var argument in program.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        await using var live = TestDatabase.Server is not null && !arguments.Contains("--connection") ? new TestDatabase() : null;
        if (live is not null)
        {
            start.Environment["Database__Provider"] = live.Settings.Provider.ToString();
            start.Environment["Database__Connection"] = live.Settings.Connection;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }
}
