using System.Globalization;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Web.Charts;

/// <summary>Numbers, dates and classes as the reader writes them, in Dutch or in English.</summary>
public static class DutchText
{
    /// <summary>What stands in the place of a number that cannot be calculated; never a zero.</summary>
    public static string NotComputable => Tr($"niet te berekenen");

    private const string Minus = "\u2212";
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static CultureInfo Reader => IsEnglish ? English : Dutch;

    /// <summary>A number with a fixed number of decimals.</summary>
    public static string Number(double value, int decimals = 2)
    {
        var text = Math.Abs(value).ToString($"F{decimals}", Reader);
        return value < 0 && text.Any(c => c is >= '1' and <= '9') ? Minus + text : text;
    }

    /// <summary>A number that always carries its sign, except when it rounds to zero.</summary>
    public static string Signed(double value, int decimals = 3)
    {
        var text = Number(value, decimals);
        return value > 0 && text.Any(c => c is >= '1' and <= '9') ? $"+{text}" : text;
    }

    /// <summary>A whole number with a sign between the thousands.</summary>
    public static string Count(int value) => value.ToString("N0", Reader);

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
        levels.Low == levels.High ? $"{levels.Low}" : Tr($"{levels.Low} tot {levels.High}");

    /// <summary>A share as a whole percentage; never rounded to 0 or 100 when it is not.</summary>
    public static string Percent(double? share)
    {
        if (share is not { } value)
        {
            return NotComputable;
        }

        var rounded = Math.Round(value * 100);
        rounded = value is > 0 and < 1 ? Math.Clamp(rounded, 1, 99) : rounded;
        return $"{rounded.ToString("F0", Reader)}%";
    }

    /// <summary>The word of a class with a capital, for badges.</summary>
    public static string Class(RiskClass? riskClass) => riskClass switch
    {
        RiskClass.Low => Tr($"Laag"),
        RiskClass.Medium => Tr($"Midden"),
        RiskClass.High => Tr($"Hoog"),
        RiskClass.Critical => Tr($"Kritiek"),
        null => Tr($"Niet te bepalen"),
    };

    /// <summary>The words of a class range: one word when both ends agree.</summary>
    public static string Classes(ClassRange range) =>
        range.Low == range.High ? Class(range.High) : Tr($"{Class(range.Low)} tot {Class(range.High).ToLower(Reader)}");

    /// <summary>A level of a judged profile with a capital; what is not one of our words stays as its profile says.</summary>
    public static string Level(string level) => level switch
    {
        "laag" => Class(RiskClass.Low),
        "midden" => Class(RiskClass.Medium),
        "hoog" => Class(RiskClass.High),
        _ => Capital(level),
    };

    /// <summary>A word with its first letter as a capital.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Reader) + text[1..];

    /// <summary>The same moment as the Dutch clock shows it.</summary>
    public static DateTimeOffset OnDutchClock(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Amsterdam);

    /// <summary>The Dutch calendar day of a moment.</summary>
    public static DateOnly Day(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Amsterdam));
}
