using System.Security.Cryptography;
using System.Text;

namespace Audit.Data.Database.Chain;

/// <summary>A secret that trail records are sealed with; it never stands in the database.</summary>
public sealed class TrailKey
{
    private const int IdLength = 16;

    internal TrailKey(byte[] secret)
    {
        Secret = secret;
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(secret, "audit trail key id"u8))[..IdLength];
    }

    /// <summary>Tells keys apart without giving anything of them away; stands in every record.</summary>
    public string Id { get; }

    internal byte[] Secret { get; }
}

/// <summary>The key that seals new records, and those of the past, which still verify old ones.</summary>
public sealed class TrailKeys
{
    /// <summary>Fewest bytes of a key.</summary>
    public const int LeastBytes = 32;

    /// <summary>Separates keys in a setting that holds more than one, and in a key file.</summary>
    private static readonly char[] Separators = ['\r', '\n', ' ', ',', ';'];

    private readonly Dictionary<string, TrailKey> byId;

    private TrailKeys(TrailKey current, IEnumerable<TrailKey> old)
    {
        Current = current;
        byId = old.Append(current).GroupBy(key => key.Id).ToDictionary(same => same.Key, same => same.First());
    }

    /// <summary>The key of demo databases and of tests. It is public, so it protects nothing; an installation in production refuses it.</summary>
    public static TrailKeys Demo { get; } = new(new(Encoding.ASCII.GetBytes("demo-sleutel: beschermt niets, alleen voor uitproberen")), []);

    public TrailKey Current { get; }

    /// <summary>Whether records are sealed with the key that everybody knows.</summary>
    public bool AreDemo => Current.Id == Demo.Current.Id;

    /// <summary>The keys in a text.</summary>
    /// <param name="current">The key for new records in base64; older keys may follow on lines of their own.</param>
    /// <param name="old">Older keys in base64, separated by spaces or commas.</param>
    /// <exception cref="DatabaseRefusedException">There is no key in it, or one is not base64 or too short.</exception>
    public static TrailKeys Parse(string current, string? old = null)
    {
        var given = current.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (given.Length == 0)
        {
            throw new DatabaseRefusedException("De sleutel van het spoor is leeg (Trail:Key of Trail:KeyFile).");
        }

        var older = (old ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return new(KeyOf(given[0]), [.. given.Skip(1).Concat(older).Select(KeyOf)]);
    }

    /// <summary>The keys that an installation is given by its settings: Key or KeyFile, and OldKeys.</summary>
    /// <param name="key">The key itself; goes before a file.</param>
    /// <param name="file">A file with the key.</param>
    /// <param name="oldKeys">Keys of before, for what was sealed with them.</param>
    /// <returns>Null when there is no key.</returns>
    /// <exception cref="DatabaseRefusedException">A key cannot be read or used.</exception>
    public static TrailKeys? Find(string? key, string? file, string? oldKeys)
    {
        if (!string.IsNullOrEmpty(key))
        {
            return Parse(key, oldKeys);
        }

        if (string.IsNullOrEmpty(file))
        {
            return null;
        }

        try
        {
            return Parse(File.ReadAllText(file), oldKeys);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseRefusedException($"Het sleutelbestand van het spoor kan niet worden gelezen (Trail:KeyFile): {failure.Message}", failure);
        }
    }

    /// <summary>The key with an id; null when it was not given.</summary>
    public TrailKey? Find(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    private static TrailKey KeyOf(string base64)
    {
        var secret = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, secret, out var length))
        {
            throw new DatabaseRefusedException("Een sleutel van het spoor is geen base64 (Trail:Key, Trail:KeyFile of Trail:OldKeys). Maak er een met: openssl rand -base64 32");
        }

        return length >= LeastBytes
            ? new(secret[..length])
            : throw new DatabaseRefusedException($"Een sleutel van het spoor is {length} bytes lang; minstens {LeastBytes} zijn nodig. Maak er een met: openssl rand -base64 32");
    }
}
