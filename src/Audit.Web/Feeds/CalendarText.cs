using Audit.Workflows.Mail;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Audit.Web.Feeds;

/// <summary>Writes days as an iCalendar file (RFC 5545).</summary>
public static class CalendarText
{
    private const string Product = "-//Doorlichting discriminatierisico's//NL";
    private const string Domain = "doorlichting";

    /// <summary>The file: lines end in CRLF, texts are escaped.</summary>
    /// <param name="entries">The days.</param>
    /// <param name="publicAddress">Base of the links, without a slash at the end.</param>
    public static string Write(IEnumerable<FeedEntry> entries, string publicAddress)
    {
        var calendar = new Calendar { ProductId = Product, Method = CalendarMethods.Publish };
        calendar.AddProperty("X-WR-CALNAME", Tr($"Doorlichtingen"));
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        foreach (var entry in entries)
        {
            calendar.Events.Add(EventOf(entry, publicAddress));
        }

        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("the calendar has no text");
    }

    private static CalendarEvent EventOf(FeedEntry entry, string publicAddress)
    {
        var changed = new CalDateTime(DateTime.SpecifyKind(entry.ChangedUtc, DateTimeKind.Utc));
        return new()
        {
            Uid = $"{entry.Uid}@{Domain}",
            DtStamp = changed,
            LastModified = changed,
            Sequence = entry.Sequence,
            Start = new CalDateTime(entry.Day),
            End = new CalDateTime(entry.Day.AddDays(1)),
            Summary = OneLine.Of(entry.Title),
            Description = Tr($"Meer staat op {publicAddress}{entry.Path}"),
            Url = new Uri(publicAddress + entry.Path),
            Transparency = TransparencyType.Transparent,
            Class = "PRIVATE",
        };
    }
}
