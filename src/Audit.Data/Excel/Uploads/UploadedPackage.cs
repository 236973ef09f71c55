using System.IO.Compression;
using System.Xml;

namespace Audit.Data.Excel.Uploads;

/// <summary>The parts of an uploaded workbook, unpacked within limits.</summary>
internal sealed class UploadedPackage
{
    private static readonly byte[] OldOfficeFile = [0xD0, 0xCF, 0x11, 0xE0];

    private readonly Dictionary<string, byte[]> parts = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    private UploadedPackage()
    {
    }

    /// <summary>Names of the parts, without a slash in front.</summary>
    public IEnumerable<string> Names => parts.Keys;

    /// <summary>Unpacks an upload.</summary>
    /// <exception cref="UploadRefusedException">The upload is too large or no package.</exception>
    public static UploadedPackage Open(Stream upload, UploadLimits limits)
    {
        using var packed = Packed(upload, limits);
        var package = new UploadedPackage();
        try
        {
            using var archive = new ZipArchive(packed, ZipArchiveMode.Read);
            if (archive.Entries.Count > limits.Parts)
            {
                throw new UploadRefusedException(Sentence.Of($"het bestand bestaat uit te veel onderdelen ({archive.Entries.Count}, hoogstens {limits.Parts})"));
            }

            foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                package.Add(entry, limits);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new UploadRefusedException(Sentence.Of($"dit is geen Excel-werkboek (.xlsx), of het bestand is beschadigd"));
        }

        return package;
    }

    /// <summary>Reads a part as XML without document type; null when the part is not there.</summary>
    public XmlReader? Xml(string name) => parts.TryGetValue(name.TrimStart('/'), out var bytes)
        ? XmlReader.Create(new MemoryStream(bytes, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true })
        : null;

    private static MemoryStream Packed(Stream upload, UploadLimits limits)
    {
        var packed = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = upload.Read(buffer)) > 0;)
        {
            packed.Write(buffer, 0, read);
            if (packed.Length > limits.PackedBytes)
            {
                throw new UploadRefusedException(Sentence.Of($"het bestand is te groot (meer dan {limits.PackedBytes / 1024 / 1024} MB)"));
            }
        }

        if (packed.GetBuffer().AsSpan(0, (int)packed.Length).StartsWith(OldOfficeFile))
        {
            throw new UploadRefusedException(Sentence.Of($"het bestand heeft een wachtwoord of is een oud Excel-bestand (.xls); sla het zonder wachtwoord op als .xlsx"));
        }

        packed.Position = 0;
        return packed;
    }

    private void Add(ZipArchiveEntry entry, UploadLimits limits)
    {
        using var source = entry.Open();
        using var part = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            unpacked += read;
            part.Write(buffer, 0, read);
            if (unpacked > limits.UnpackedBytes)
            {
                throw new UploadRefusedException(Sentence.Of($"het bestand is uitgepakt te groot (meer dan {limits.UnpackedBytes / 1024 / 1024} MB)"));
            }

            if (part.Length > UploadLimits.FreeBytes && part.Length > limits.Ratio * Math.Max(1, entry.CompressedLength))
            {
                throw new UploadRefusedException(Sentence.Of($"het bestand is verdacht sterk ingepakt (onderdeel {entry.FullName}); sla het opnieuw op vanuit Excel of LibreOffice"));
            }
        }

        if (!parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), part.ToArray()))
        {
            throw new UploadRefusedException(Sentence.Of($"het bestand is beschadigd: onderdeel {entry.FullName} staat er twee keer in"));
        }
    }
}
