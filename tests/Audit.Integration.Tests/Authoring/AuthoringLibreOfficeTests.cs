using System.Diagnostics;
using Xunit;

namespace Audit.Integration.Tests.Authoring;

/// <summary>A workbook that LibreOffice opened and saved; skipped where it is not installed.</summary>
public sealed class AuthoringLibreOfficeTests : IDisposable
{
    private const string Office = "/usr/bin/soffice";

    private readonly string folder = Directory.CreateTempSubdirectory("audit test ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Read_SavedByLibreOffice_IsTheSame()
    {
        Assert.SkipUnless(File.Exists(Office), "LibreOffice is not installed");
        var (instrument, measures) = (FullInstrument.Instrument(), FullInstrument.Measures());
        var book = Path.Combine(folder, "boek.xlsx");
        await File.WriteAllBytesAsync(book, AuthoredFile.Workbook(instrument, measures), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(Office)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { $"-env:UserInstallation=file://{Path.Combine(folder, "profiel").Replace(" ", "%20", StringComparison.Ordinal)}", "--headless", "--convert-to", "xlsx", "--outdir", Path.Combine(folder, "uit"), book },
        };
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var content = AuthoredFile.Read(await File.ReadAllBytesAsync(Path.Combine(folder, "uit", "boek.xlsx"), TestContext.Current.CancellationToken));

        AuthoredFile.AssertSame(instrument, measures, content);
    }
}
