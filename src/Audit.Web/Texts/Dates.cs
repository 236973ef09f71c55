using System.Globalization;

namespace Audit.Web.Texts;

/// <summary>Moments as the reader writes them, in Dutch time.</summary>
public static class Dates
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static string Day(DateTime utc) => Day(DateOnly.FromDateTime(Local(utc)));

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", IsEnglish ? English : Dutch);

    public static string DayOrNone(DateOnly? day) => day is { } known ? Day(known) : Tr($"nog niet afgesproken");

    public static string Moment(DateTime utc) => Tr($"{Day(utc)} om {ClockOf(Local(utc))}");

    private static string ClockOf(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Time(DateTime utc) => Local(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The moment at which a day begins in the Netherlands.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Amsterdam);

    private static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Amsterdam);
}
