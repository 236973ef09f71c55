using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Audit.Data.Database;

/// <summary>Times are stored in UTC and come back as UTC; a database keeps the digits only, not what they mean.</summary>
public sealed class UtcTimeConverter() : ValueConverter<DateTime, DateTime>(time => Require(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    /// <summary>The same time.</summary>
    /// <exception cref="ArgumentException">The time is not in UTC, so that storing it would shift it.</exception>
    public static DateTime Require(DateTime time) => time.Kind == DateTimeKind.Utc
        ? time
        : throw new ArgumentException($"a time must be in UTC before it is stored, this one is {time.Kind}", nameof(time));
}
