using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Audit.Data.Database;

/// <summary>Keeps what Identity knows of a passkey as one text: an owned type in JSON would be more than the plain table that a copy of a database takes.</summary>
/// <remarks>A type of its own with a name, because a compiled model has to name it.</remarks>
public sealed class PasskeyConverter() : ValueConverter<IdentityPasskeyData, string>(data => Write(data), text => Read(text))
{
    public static string Write(IdentityPasskeyData? data) => JsonSerializer.Serialize(data);

    public static IdentityPasskeyData Read(string text) => JsonSerializer.Deserialize<IdentityPasskeyData>(text)!;
}

/// <summary>Two are equal when their texts are.</summary>
public sealed class PasskeyComparer() : ValueComparer<IdentityPasskeyData>(
    (one, other) => PasskeyConverter.Write(one) == PasskeyConverter.Write(other),
    data => PasskeyConverter.Write(data).GetHashCode(StringComparison.Ordinal),
    data => PasskeyConverter.Read(PasskeyConverter.Write(data)));
