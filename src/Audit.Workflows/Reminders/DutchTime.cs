namespace Audit.Workflows.Reminders;

/// <summary>The Dutch calendar and clock: reminders follow it, wherever the program runs.</summary>
public static class DutchTime
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>A moment on the Dutch clock.</summary>
    public static DateTime Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Amsterdam);

    /// <summary>The Dutch calendar day of a moment.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Of(utc));
}
