using System.Globalization;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Browser.Tests.Cases;

/// <summary>How a Dutch reader expects to find numbers and classes on a page; written apart from the code that puts them there.</summary>
public static class Reading
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Number(double value) => value.ToString("0.00", Dutch);

    public static string Range(Interval range) => Number(range.Low) == Number(range.High) ? Number(range.Low) : $"{Number(range.Low)} – {Number(range.High)}";

    public static string Percent(double share) => $"{Math.Round(share * 100).ToString("0", Dutch)}%";

    public static string Class(RiskClass? riskClass) => riskClass switch
    {
        RiskClass.Low => "Laag",
        RiskClass.Medium => "Midden",
        RiskClass.High => "Hoog",
        RiskClass.Critical => "Kritiek",
        null => "Niet te bepalen",
    };

    /// <summary>The value beside the first term with this text.</summary>
    public static async Task<string> ValueAsync(IPage page, string term) =>
        (await page.Locator($"dt:text-is('{term}') + dd").First.InnerTextAsync()).Trim();
}
