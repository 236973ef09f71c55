using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Templates;

/// <summary>When an administrator published content on screen, and who did.</summary>
public sealed record ScreenPublication(DateTime NowUtc, Guid UserId);

/// <summary>Instruments, profiles and catalogues as cases use them: published once, immutable, kept in memory after the first use.</summary>
public sealed class ContentStore
{
    /// <summary>Kind of the rows that hold an instrument.</summary>
    public const string InstrumentKind = "instrument";

    private readonly ConcurrentDictionary<Guid, object> read = [];

    /// <summary>Publishes an instrument; the same content is published once.</summary>
    public static Task<Guid> PublishAsync(AuditContext db, Template<Instrument> template) =>
        PublishAsync(db, InstrumentKind, template.Value.Id, template.Value.Version, template.Json);

    /// <summary>Publishes an instrument on screen, so that new cases use it. Content that came with the program and is there already becomes published on screen.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="template">The instrument.</param>
    /// <param name="measures">The measures that came along; null = those that come with the program.</param>
    /// <param name="by">When and by whom.</param>
    public static async Task<Guid> PublishAsync(AuditContext db, Template<Instrument> template, Template<MeasureCatalogue>? measures, ScreenPublication by)
    {
        var instrumentId = template.Value.Id;
        Guid? measuresId = measures is null ? null : await StampAsync(db, await PublishAsync(db, [measures], instrumentId), by);
        var id = await StampAsync(db, await PublishAsync(db, template), by);
        (await db.PublishedContents.AsTracking().SingleAsync(row => row.Id == id)).MeasuresId = measuresId;
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>Publishes a profile; the same content is published once.</summary>
    public static Task<Guid> PublishAsync(AuditContext db, Template<ScoringProfile> template) =>
        PublishAsync(db, "profile", template.Value.Id, template.Value.Version, template.Json);

    /// <summary>Publishes all measures meant for an instrument as one catalogue.</summary>
    public static Task<Guid> PublishAsync(AuditContext db, IEnumerable<Template<MeasureCatalogue>> catalogues, string instrumentId)
    {
        var merged = Merge(catalogues, instrumentId);
        return PublishAsync(db, "measures", instrumentId, MeasuresVersion(merged.Sha256), merged.Json);
    }

    /// <summary>The version of measures that were put together: they have no number of their own.</summary>
    public static string MeasuresVersion(string sha256) => sha256[..12];

    /// <summary>All measures meant for an instrument as one catalogue.</summary>
    public static Template<MeasureCatalogue> Merge(IEnumerable<Template<MeasureCatalogue>> catalogues, string instrumentId)
    {
        var meant = catalogues.Where(catalogue => catalogue.Value.InstrumentId is null || catalogue.Value.InstrumentId == instrumentId);
        var merged = new JsonObject
        {
            ["schema"] = Formats.MeasuresSchema,
            ["instrument"] = instrumentId,
            ["measures"] = new JsonArray([.. meant.SelectMany(catalogue => catalogue.Root.List("measures")).Select(CanonicalJson.ToJson)]),
        };
        return Parse(CanonicalJson.Of(merged), TemplateReader.Measures);
    }

    public Task<Template<Instrument>> InstrumentAsync(AuditContext db, Guid id) => ReadAsync(db, id, TemplateReader.Instrument);

    public Task<Template<ScoringProfile>> ProfileAsync(AuditContext db, Guid id) => ReadAsync(db, id, TemplateReader.Profile);

    public Task<Template<MeasureCatalogue>> MeasuresAsync(AuditContext db, Guid id) => ReadAsync(db, id, TemplateReader.Measures);

    private static async Task<Guid> PublishAsync(AuditContext db, string kind, string id, string version, string json)
    {
        var sha256 = CanonicalJson.Hash(json);
        var known = await db.PublishedContents
            .Where(row => row.Kind == kind && row.ContentId == id && row.ContentVersion == version && row.Sha256 == sha256)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync();
        if (known is { } existing)
        {
            return existing;
        }

        var row = new PublishedContentRow { Id = Guid.CreateVersion7(), Kind = kind, ContentId = id, ContentVersion = version, Sha256 = sha256, Json = json };
        db.PublishedContents.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }

    private static async Task<Guid> StampAsync(AuditContext db, Guid id, ScreenPublication by)
    {
        var row = await db.PublishedContents.AsTracking().SingleAsync(known => known.Id == id);
        row.PublishedById ??= by.UserId;
        row.PublishedUtc ??= by.NowUtc;
        return id;
    }

    private async Task<Template<T>> ReadAsync<T>(AuditContext db, Guid id, Func<Node?, ProblemList, Template<T>?> parse)
    {
        if (read.TryGetValue(id, out var known))
        {
            return (Template<T>)known;
        }

        var json = await db.PublishedContents.Where(row => row.Id == id).Select(row => row.Json).SingleAsync();
        var template = Parse(json, parse);
        read[id] = template;
        return template;
    }

    private static Template<T> Parse<T>(string json, Func<Node?, ProblemList, Template<T>?> parse)
    {
        var problems = new ProblemList("content");
        return parse(DocumentReader.Read(json, problems), problems)
            ?? throw new InvalidOperationException($"published content does not read back: {problems.All[0]}");
    }
}
