using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Audit.Data.Database;

/// <summary>Times come back as the UTC that they were stored in; <see cref="StoredValues"/> sees to it that they are.</summary>
public sealed class UtcTimeConverter() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
