using System.Globalization;
using Audit.Data.Excel;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Trails;

/// <summary>All that was asked for as a file for a spreadsheet, sent while it is read; no text of a user counts as a formula there.</summary>
internal static class TrailCsv
{
    /// <summary>With a mark of UTF-8, without which spreadsheets guess wrong.</summary>
    private static readonly CsvWriterOptions Options = new() { Separator = ';', WriteByteOrderMark = true };

    public static async Task<IActionResult> SendAsync(HttpResponse response, TrailSight sight, TrailFilter filter)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=spoor.csv";
        var names = (await TrailList.PeopleAsync(sight)).ToDictionary(person => person.Id, person => person.Name);
        await using var csv = CsvWriter.Create(response.Body, Options, leaveOpen: true);
        await WriteAsync(csv, Tr($"Nummer"), Tr($"Moment (UTC)"), Tr($"Wie"), Tr($"Gebeurtenis"), Tr($"Waarover"), Tr($"Was"), Tr($"Werd"), Tr($"Reden"), Tr($"Gewist op (UTC)"));
        await foreach (var rows in TrailWindow.AllAsync(filter.Of(sight.Rows, sight.SearchesValues), sight.Order))
        {
            foreach (var line in rows.Select(row => TrailList.LineOf(row, names, sight)))
            {
                await WriteAsync(csv, $"{line.Row.Sequence}", TimeOf(line.Row.AtUtc), line.Who, line.Happened, line.Row.Subject, line.Before, line.After, line.Reason, TimeOf(line.Row.ErasedUtc));
            }
        }

        return new EmptyResult();
    }

    /// <summary>The guard is that of the workbook: it also knows full-width signs and signs after a space.</summary>
    private static async Task WriteAsync(CsvWriter csv, params IEnumerable<string?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field is not null && SafeText.NeedsPrefix(field) ? $"'{field}" : field);
        }

        await csv.EndRecordAsync();
    }

    private static string? TimeOf(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
