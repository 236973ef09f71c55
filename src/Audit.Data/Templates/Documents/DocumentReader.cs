using System.Text;

namespace Audit.Data.Templates.Documents;

/// <summary>Bounds that keep a hostile file from taking time or memory.</summary>
/// <param name="Bytes">Largest file.</param>
/// <param name="Depth">Deepest nesting of lists and blocks.</param>
/// <param name="Values">Largest number of values, with the contents of every alias counted again.</param>
public sealed record DocumentLimits(int Bytes, int Depth, int Values)
{
    public static DocumentLimits Default { get; } = new(32 * 1024 * 1024, 64, 3_000_000);

    /// <summary>A receipt holds the files and the results of all their tasks.</summary>
    public static DocumentLimits Receipt { get; } = new(256 * 1024 * 1024, 64, 20_000_000);
}

/// <summary>Reads a YAML 1.2 or JSON file to a tree with line numbers.</summary>
public static class DocumentReader
{
    /// <summary>The root of a file; null when it cannot be read, with the reason in <paramref name="problems"/>.</summary>
    public static Node? ReadFile(string path, ProblemList problems, DocumentLimits? limits = null)
    {
        limits ??= DocumentLimits.Default;
        try
        {
            using var stream = File.OpenRead(path);
            return ReadText(stream, problems, limits) is { } text ? Read(text, problems, limits) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Error(1, Unreadable(path));
            return null;
        }
    }

    /// <summary>The root of a text; null when it cannot be read, with the reason in <paramref name="problems"/>.</summary>
    public static Node? Read(string text, ProblemList problems, DocumentLimits? limits = null)
    {
        limits ??= DocumentLimits.Default;
        text = text.TrimStart('\uFEFF');
        return LooksLikeJson(text) && JsonDocumentReader.TryRead(text, problems, limits, out var root)
            ? root
            : YamlDocumentReader.Read(text, problems, limits);
    }

    private static Sentence Unreadable(string path) =>
        Directory.Exists(path) ? Sentence.Of($"dit is een map, geen bestand")
        : File.Exists(path) ? Sentence.Of($"kan het bestand niet lezen (geen toegang)")
        : Sentence.Of($"kan het bestand niet lezen (het bestaat niet)");

    private static bool LooksLikeJson(string text)
    {
        var start = text.AsSpan().TrimStart(" \t\r\n");
        return start.Length > 0 && start[0] is '{' or '[';
    }

    private static string? ReadText(Stream stream, ProblemList problems, DocumentLimits limits)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > limits.Bytes)
            {
                problems.Error(1, Sentence.Of($"het bestand is te groot (meer dan {limits.Bytes / 1024 / 1024} MB)"));
                return null;
            }
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException failure)
        {
            var before = bytes.GetBuffer().AsSpan(0, Math.Clamp(failure.Index, 0, (int)bytes.Length));
            problems.Error(before.Count((byte)'\n') + 1, Sentence.Of($"het bestand is geen geldige UTF-8-tekst"));
            return null;
        }
    }
}
