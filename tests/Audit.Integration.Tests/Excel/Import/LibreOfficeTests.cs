using System.Diagnostics;
using Xunit;
using static Audit.Integration.Tests.Excel.Import.ImportCase;

namespace Audit.Integration.Tests.Excel.Import;

/// <summary>Another program than the one that wrote the workbook opens and saves it.</summary>
public sealed class LibreOfficeTests
{
    private const string Program = "/usr/bin/soffice";

    [Fact]
    public async Task Merge_UntouchedExportSavedByLibreOffice_ChangesNothing() => AssertNothing(Merge(await SavedAsync(Export())));

    [Fact]
    public async Task Merge_EditedExportSavedByLibreOffice_GivesExactlyTheEdits()
    {
        var edited = Edited(workbook =>
        {
            workbook.Cell(2, "Doel").SetValue("één\ntwee 👩‍👧 _x000D_ =1");
            workbook.Cell(2, "Streefdatum").SetValue(new DateTime(2027, 12, 31));
            workbook.Cell(3, "Voortgang").SetValue(2.0 / 3);
            workbook.Cell(3, "Status").SetValue("wacht");
            workbook.Cell(4, "Opmerking").SetValue(string.Concat(Enumerable.Repeat("0123456789", 3_000)));
            workbook.Worksheet("Acties").Row(3).Hide();
        });
        AssertChanges(
            Merge(await SavedAsync(WithSheetRenamed(edited, "Ons plan"))),
            (First, "Doel", "één\ntwee 👩‍👧 _x000D_ =1"),
            (First, "Streefdatum", "2027-12-31"),
            (Second, "Status", "wacht"),
            (Second, "Voortgang", "0.6666666667"),
            (Third, "Opmerking", string.Concat(Enumerable.Repeat("0123456789", 3_000))));
    }

    [Fact]
    public async Task Merge_PlanOfTheRealMakerSavedByLibreOffice_ChangesNothing()
    {
        var plan = SamplePlan.Export();
        AssertNothing(Merge(plan, await SavedAsync(Export(plan))));
    }

    private static async Task<byte[]> SavedAsync(byte[] file)
    {
        Assert.SkipUnless(File.Exists(Program), $"{Program} is missing (apt-get install libreoffice-calc-nogui).");
        var folder = Directory.CreateTempSubdirectory("audit-libreoffice-");
        try
        {
            var source = Path.Combine(folder.FullName, "plan.xlsx");
            await File.WriteAllBytesAsync(source, file);
            var target = Path.Combine(folder.FullName, "uit");
            var start = new ProcessStartInfo(
                Program, [$"-env:UserInstallation=file://{folder.FullName}/profiel", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", target, source])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            finally
            {
                process.Kill(entireProcessTree: true);
            }

            return await File.ReadAllBytesAsync(Path.Combine(target, "plan.xlsx"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
