using System.Globalization;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Templates;

/// <summary>Every version of every instrument: those in the content folder, those published on screen, and those on which cases run.</summary>
public sealed class InstrumentLibrary(TemplateFolder folder, ContentStore contents)
{
    /// <summary>The instrument that new cases use.</summary>
    public const string InstrumentId = "discriminatietoets";

    private Reading? shipped;

    /// <summary>What comes with the program; read again when a file was changed.</summary>
    public ShippedContent Shipped()
    {
        var mark = string.Join('|', ShippedContent.FilesOf(folder).Select(path => string.Create(CultureInfo.InvariantCulture, $"{path} {File.GetLastWriteTimeUtc(path).Ticks}")));
        var known = shipped;
        if (known?.Mark != mark)
        {
            shipped = known = new(mark, ShippedContent.Read(folder));
        }

        return known.Content;
    }

    /// <summary>All known versions, per instrument newest first. Of contents under the same number the one that new cases would use comes first.</summary>
    public async Task<IReadOnlyList<InstrumentVersion>> VersionsAsync(AuditContext db)
    {
        var rows = await db.PublishedContents
            .Where(row => row.Kind == ContentStore.InstrumentKind)
            .OrderByDescending(row => row.Id)
            .Select(row => new { row.Id, row.Sha256, row.PublishedUtc, row.PublishedById, row.MeasuresId })
            .ToListAsync();
        var files = Shipped().Instruments.DistinctBy(template => template.Sha256).ToDictionary(template => template.Sha256);
        var versions = new List<InstrumentVersion>();
        foreach (var row in rows)
        {
            versions.Add(new(await contents.InstrumentAsync(db, row.Id))
            {
                RowId = row.Id,
                IsShipped = files.Remove(row.Sha256),
                PublishedUtc = row.PublishedUtc,
                PublishedById = row.PublishedById,
                MeasuresId = row.MeasuresId,
            });
        }

        return
        [
            .. versions.Concat(files.Values.Select(template => new InstrumentVersion(template) { IsShipped = true }))
                .OrderBy(version => version.Instrument.Id, StringComparer.Ordinal)
                .ThenByDescending(version => version.Instrument.Version, VersionOrder.Instance)
                .ThenByDescending(version => version.PublishedUtc is not null)
                .ThenByDescending(version => version.IsShipped),
        ];
    }

    /// <summary>The version that new cases use; null when there is none.</summary>
    public static InstrumentVersion? ForNewCases(IEnumerable<InstrumentVersion> versions) =>
        versions.FirstOrDefault(version => version.IsOffered && version.Instrument.Id == InstrumentId);

    /// <summary>What a number stands for; null when there is no such version.</summary>
    public static InstrumentVersion? Find(IEnumerable<InstrumentVersion> versions, string instrumentId, string version) =>
        versions.FirstOrDefault(known => known.Instrument.Id == instrumentId && known.Instrument.Version == version);

    /// <summary>The measures that go with a version: its own, or those that come with the program.</summary>
    public async Task<IReadOnlyList<Template<MeasureCatalogue>>> MeasuresOfAsync(AuditContext db, InstrumentVersion version) =>
        version.MeasuresId is { } id ? [await contents.MeasuresAsync(db, id)] : Shipped().Catalogues;

    /// <summary>What was read, with the state of the files at that moment.</summary>
    private sealed record Reading(string Mark, ShippedContent Content);
}
