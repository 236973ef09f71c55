using System.Globalization;
using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Web.Charts;

/// <summary>Numbers, dates and classes as a Dutch reader writes them.</summary>
public static class DutchText
{
    /// <summary>What stands in the place of a number that cannot be calculated; never a zero.</summary>
    public const string NotComputable = "niet te berekenen";

    private const string Minus = "\u2212";
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>A number with a comma and a fixed number of decimals.</summary>
    public static string Number(double value, int decimals = 2)
    {
        var text = Math.Abs(value).ToString($"F{decimals}", Dutch);
        return value < 0 && text.Any(c => c is >= '1' and <= '9') ? Minus + text : text;
    }

    /// <summary>A number that always carries its sign, except when it rounds to zero.</summary>
    public static string Signed(double value, int decimals = 3)
    {
        var text = Number(value, decimals);
        return value > 0 && text.Any(c => c is >= '1' and <= '9') ? $"+{text}" : text;
    }

    /// <summary>A whole number with points between the thousands.</summary>
    public static string Count(int value) => value.ToString("N0", Dutch);

    /// <summary>A range, or one number when both ends read the same.</summary>
    public static string Range(Interval? interval)
    {
        if (interval is not { } range)
        {
            return NotComputable;
        }

        var (low, high) = (Number(range.Low), Number(range.High));
        return low == high ? low : $"{low} – {high}";
    }

    /// <summary>A level from 1 to 4, or both ends.</summary>
    public static string Levels(LevelRange levels) =>
        levels.Low == levels.High ? $"{levels.Low}" : $"{levels.Low} tot {levels.High}";

    /// <summary>A share as a whole percentage; never rounded to 0 or 100 when it is not.</summary>
    public static string Percent(double? share)
    {
        if (share is not { } value)
        {
            return NotComputable;
        }

        var rounded = Math.Round(value * 100);
        rounded = value is > 0 and < 1 ? Math.Clamp(rounded, 1, 99) : rounded;
        return $"{rounded.ToString("F0", Dutch)}%";
    }

    /// <summary>The word of a class with a capital, for badges.</summary>
    public static string Class(RiskClass? riskClass) => riskClass switch
    {
        { } known => Capital(known.Dutch()),
        null => "Niet te bepalen",
    };

    /// <summary>The words of a class range: one word when both ends agree.</summary>
    public static string Classes(ClassRange range) =>
        range.Low == range.High ? Class(range.High) : $"{Class(range.Low)} tot {Class(range.High).ToLower(Dutch)}";

    /// <summary>A word with its first letter as a capital.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Dutch) + text[1..];

    /// <summary>The same moment as the Dutch clock shows it.</summary>
    public static DateTimeOffset OnDutchClock(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Amsterdam);

    /// <summary>The Dutch calendar day of a moment.</summary>
    public static DateOnly Day(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Amsterdam));
}
