using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Audit.Data.Database.Chain;

/// <summary>What goes into a keyed hash, each part with its length before it, so that no two lists of parts have the same bytes.</summary>
internal sealed class SealInput(TrailKey key) : IDisposable
{
    private const int Missing = -1;

    private readonly IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);

    public SealInput Add(string? text)
    {
        AddBytes(text is null ? null : Encoding.UTF8.GetBytes(text));
        return this;
    }

    public SealInput Add(Guid? id)
    {
        AddBytes(id?.ToByteArray(bigEndian: true));
        return this;
    }

    public SealInput Add(byte[]? bytes)
    {
        AddBytes(bytes);
        return this;
    }

    public SealInput Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
        return this;
    }

    public byte[] Result() => hash.GetHashAndReset();

    public void Dispose() => hash.Dispose();

    private void AddBytes(byte[]? bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? Missing);
        hash.AppendData(length);
        hash.AppendData(bytes ?? []);
    }
}
