using System.Diagnostics;
using System.Security;

namespace Audit.Browser.Tests.Cases;

/// <summary>A person with LibreOffice: opens a workbook, changes cells and saves it, without a screen.</summary>
public static class LibreOffice
{
    private const string Program = "/usr/bin/soffice";

    public const string Missing = $"{Program} is missing (apt-get install libreoffice-calc-nogui).";

    public static bool IsThere => File.Exists(Program);

    /// <summary>The workbook after these changes, as LibreOffice saves it.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="edits">Lines of Basic; <c>doc</c> is the document.</param>
    public static async Task<byte[]> EditAsync(byte[] file, params string[] edits)
    {
        var folder = Directory.CreateTempSubdirectory("audit-libreoffice-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "bron.xlsx"), Path.Combine(folder.FullName, "doel.xlsx"));
            await File.WriteAllBytesAsync(source, file);

            // The first start makes the profile and would replace what is put in it before.
            await RunAsync(folder, "--convert-to", "csv", "--outdir", folder.FullName, source);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "profiel", "user", "basic", "Standard", "Module1.xba"), ModuleOf(edits));
            await RunAsync(folder, $"macro:///Standard.Module1.Edit({source},{target})");
            return await File.ReadAllBytesAsync(target);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string ModuleOf(string[] edits) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
        <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
        Sub Edit(source As String, target As String)
          Dim hidden(0) As New com.sun.star.beans.PropertyValue
          hidden(0).Name = "Hidden"
          hidden(0).Value = True
          doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
          {SecurityElement.Escape(string.Join('\n', edits))}
          Dim how(0) As New com.sun.star.beans.PropertyValue
          how(0).Name = "FilterName"
          how(0).Value = "Calc MS Excel 2007 XML"
          doc.storeToURL(ConvertToURL(target), how())
          doc.close(True)
        End Sub
        </script:module>
        """;

    private static async Task RunAsync(DirectoryInfo folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, [$"-env:UserInstallation=file://{folder.FullName}/profiel", "--headless", "--norestore", .. arguments])
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
    }
}
