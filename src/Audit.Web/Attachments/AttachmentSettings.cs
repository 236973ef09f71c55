namespace Audit.Web.Attachments;

/// <summary>How attachments are kept, from configuration.</summary>
public sealed class AttachmentSettings
{
    private const int DefaultMegabytes = 10;
    private const int DefaultKeepDays = 730;
    private const int ClamPort = 3310;

    /// <summary>Folder for the bytes; empty = in the database.</summary>
    public string Folder { get; private init; } = string.Empty;

    /// <summary>Largest file. Unit: bytes.</summary>
    public long LargestBytes { get; private init; }

    /// <summary>Most files with one question.</summary>
    public int MostPerQuestion { get; private init; } = 20;

    /// <summary>How long files are kept after their case was finished, withdrawn or archived. Unit: days; 0 = always.</summary>
    public int KeepDays { get; private init; }

    /// <summary>Host of a ClamAV daemon; empty = files are not scanned, which the page says.</summary>
    public string ClamHost { get; private init; } = string.Empty;

    public int ClamPortNumber { get; private init; }

    public bool ScansFiles => ClamHost.Length > 0;

    public static AttachmentSettings Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Attachments");
        var clam = (section["ClamAv"] ?? string.Empty).Split(':', 2);
        return new()
        {
            Folder = section["Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : string.Empty,
            LargestBytes = section.GetValue("LargestMegabytes", DefaultMegabytes) * 1024L * 1024L,
            KeepDays = section.GetValue("KeepDays", DefaultKeepDays),
            ClamHost = clam[0].Trim(),
            ClamPortNumber = clam.Length > 1 && int.TryParse(clam[1], out var port) ? port : ClamPort,
        };
    }
}
