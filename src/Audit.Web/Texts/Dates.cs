using System.Globalization;

namespace Audit.Web.Texts;

/// <summary>Moments as a Dutch reader writes them, in Dutch time.</summary>
public static class Dates
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static string Day(DateTime utc) => Local(utc).ToString("d MMMM yyyy", Dutch);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    public static string DayOrNone(DateOnly? day) => day is { } known ? Day(known) : "nog niet afgesproken";

    public static string Moment(DateTime utc) => Local(utc).ToString("d MMMM yyyy 'om' HH:mm", Dutch);

    public static string Time(DateTime utc) => Local(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Amsterdam);
}
