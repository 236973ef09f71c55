using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Audit.Data.Database.Copy;

/// <summary>What a table holds, whatever the order in which a database gives its rows.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Sum">Sum of the SHA-256 of every row, as numbers.</param>
public readonly record struct Fingerprint(int Rows, BigInteger Sum)
{
    private const int Missing = -1;

    /// <summary>The fingerprint with one row more.</summary>
    /// <param name="values">Its values, in an order that is the same for every row.</param>
    public Fingerprint With(IEnumerable<object?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in values)
        {
            Append(hash, value);
        }

        return new(Rows + 1, Sum + new BigInteger(hash.GetHashAndReset(), isUnsigned: true));
    }

    /// <summary>With its length before it, so that no two rows have the same bytes.</summary>
    private static void Append(IncrementalHash hash, object? value)
    {
        var text = value is null ? [] : Encoding.UTF8.GetBytes(TextOf(value));
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, value is null ? Missing : text.Length);
        hash.AppendData(length);
        hash.AppendData(text);
    }

    /// <summary>The same on every machine and for both databases, which disagree on the kind of a moment.</summary>
    private static string TextOf(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "1" : "0",
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime moment => moment.Ticks.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        Enum member => member.ToString("D"),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"no text for {value.GetType()}"),
    };
}
