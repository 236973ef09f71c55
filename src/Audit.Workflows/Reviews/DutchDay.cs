namespace Audit.Workflows.Reviews;

/// <summary>The calendar day of a moment where the body is, by which the last day of a decision is reckoned.</summary>
public static class DutchDay
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The day.</summary>
    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Amsterdam));
}
