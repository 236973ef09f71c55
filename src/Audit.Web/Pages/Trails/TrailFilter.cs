using Audit.Data.Database;
using Audit.Web.Pages.Team;

namespace Audit.Web.Pages.Trails;

/// <summary>Which records of the trail are shown; comes from the address.</summary>
public sealed class TrailFilter
{
    public string? Wie { get; set; }

    /// <summary>Key of a task.</summary>
    public string? Taak { get; set; }

    public string? Soort { get; set; }

    public DateOnly? Van { get; set; }

    public DateOnly? Tot { get; set; }

    /// <summary>What stands in subject, values or reason.</summary>
    public string? Tekst { get; set; }

    /// <summary>Shows what comes before the record with this number.</summary>
    public long? Voor { get; set; }

    /// <summary>Shows what comes after the record with this number.</summary>
    public long? Na { get; set; }

    /// <param name="rows">What may be seen.</param>
    /// <param name="searchesValues">Whether the values may be seen too, and so be searched.</param>
    public IQueryable<TrailRow> Of(IQueryable<TrailRow> rows, bool searchesValues)
    {
        rows = new ActivityFilter { Wie = Wie, Taak = Taak, Soort = Soort }.Of(rows);
        if (Van is { } from)
        {
            var start = Texts.Dates.StartOf(from);
            rows = rows.Where(row => row.AtUtc >= start);
        }

        if (Tot is { } until && until < DateOnly.MaxValue)
        {
            var end = Texts.Dates.StartOf(until.AddDays(1));
            rows = rows.Where(row => row.AtUtc < end);
        }

        if (string.IsNullOrWhiteSpace(Tekst))
        {
            return rows;
        }

        var text = Tekst.Trim();
        return searchesValues
            ? rows.Where(row => row.Subject.Contains(text) || row.Before!.Contains(text) || row.After!.Contains(text) || row.Reason!.Contains(text))
            : rows.Where(row => row.Subject.Contains(text));
    }

    /// <param name="side">"voor" or "na".</param>
    /// <param name="number">Which record.</param>
    public string To(string side, long number) => $"?{Query}&{side}={number}";

    public string Csv => $"?{Query}&handler=csv";

    private string Query => string.Join('&', new[]
    {
        ("wie", Wie), ("taak", Taak), ("soort", Soort), ("van", Van?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("tot", Tot?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("tekst", Tekst),
    }.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2 ?? string.Empty)}"));
}
