using System.Text;

namespace Audit.Workflows.Questions;

/// <summary>Which files may support an answer. A kind is known by what the file begins with, not by its name alone.</summary>
public static class AttachmentKind
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    private static readonly Dictionary<string, byte[]?> Known = new(StringComparer.Ordinal)
    {
        ["pdf"] = "%PDF-"u8.ToArray(),
        ["docx"] = Zip,
        ["xlsx"] = Zip,
        ["pptx"] = Zip,
        ["odt"] = Zip,
        ["ods"] = Zip,
        ["odp"] = Zip,
        ["png"] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        ["jpg"] = [0xFF, 0xD8, 0xFF],
        ["jpeg"] = [0xFF, 0xD8, 0xFF],
        ["txt"] = null,
        ["csv"] = null,
    };

    /// <summary>Extensions that are taken, without dot.</summary>
    public static IReadOnlyCollection<string> All => Known.Keys;

    /// <summary>The kind of a file; null when it is none that is taken, or is not what its name says.</summary>
    /// <param name="fileName">Name as handed in.</param>
    /// <param name="content">Its bytes.</param>
    public static string? Of(string fileName, ReadOnlySpan<byte> content)
    {
        var kind = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
        return Known.TryGetValue(kind, out var start) && (start is null ? IsText(content) : content.StartsWith(start)) ? kind : null;
    }

    private static bool IsText(ReadOnlySpan<byte> content) => !content.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(content);

    /// <summary>The name without folders and control characters, at most as long as is kept; its extension stays.</summary>
    public static string NameOf(string fileName, int longest)
    {
        var name = new StringBuilder();
        foreach (var rune in fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            name.Append(Rune.IsControl(rune) || rune.Value is 0x202E or 0x202D or 0x2066 or 0x2067 ? "_" : rune.ToString());
        }

        var whole = name.ToString();
        var extension = Path.GetExtension(whole);
        return whole.Length <= longest ? whole : whole[..(longest - extension.Length)] + extension;
    }
}
