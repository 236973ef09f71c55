using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Audit.SqlServerProof;

/// <summary>Some value of a type: statements differ by the type of their parameters, not by what is in them.</summary>
internal static class SampleValues
{
    private static int count;

    public static object? Of(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(string) => $"x{Interlocked.Increment(ref count)}",
            _ when bare == typeof(Guid) => Guid.CreateVersion7(),
            _ when bare == typeof(DateTime) => DateTime.UnixEpoch,
            _ when bare == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
            _ when bare == typeof(byte[]) => BitConverter.GetBytes(Interlocked.Increment(ref count)),
            _ when bare.IsValueType => Activator.CreateInstance(bare),
            _ when ElementOf(bare) is { } element => ListOf(element),
            _ => null,
        };
    }

    /// <summary>An object with nothing in it, whatever its constructor asks for.</summary>
    public static object NewOf(Type type) => RuntimeHelpers.GetUninitializedObject(type);

    /// <summary>Gives every property a value.</summary>
    public static EntityEntry Fill(EntityEntry entry)
    {
        foreach (var property in entry.Properties)
        {
            property.CurrentValue = property.Metadata.IsPrimaryKey() && property.Metadata.ClrType == typeof(long) ? 0L : Of(property.Metadata.ClrType);
        }

        return entry;
    }

    private static Type? ElementOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().Append(type).FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static Array ListOf(Type element)
    {
        var list = Array.CreateInstance(element, 2);
        list.SetValue(Of(element), 0);
        list.SetValue(Of(element), 1);
        return list;
    }
}
