using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>Keeps uploaded instruments until they are published or thrown away. Every method works inside the caller's transaction.</summary>
public sealed class InstrumentDrafts(InstrumentLibrary library)
{
    /// <summary>Largest file. Unit: bytes.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    private static string ForAllBodies =>
        Tr($"In deze installatie werken meer organisaties. Een vragenset geldt voor al die organisaties. Alleen de beheerder van de hele installatie mag dan publiceren.");

    /// <summary>Checks an upload; the row is null when it has errors.</summary>
    /// <param name="bodyId">Body of the administrator.</param>
    /// <param name="upload">What was sent.</param>
    /// <param name="actor">Who uploads it.</param>
    public (InstrumentDraftRow? Draft, IReadOnlyList<UploadProblem> Problems) Read(Guid bodyId, UploadedInstrument upload, Actor actor)
    {
        var (content, problems) = InstrumentCheck.Of(upload, library.Shipped());
        return content is null
            ? (null, problems)
            : (new()
            {
                Id = Guid.CreateVersion7(),
                BodyId = bodyId,
                FileName = upload.Instrument.FileName,
                InstrumentJson = content.Instrument.Json,
                MeasuresJson = content.Measures?.Json,
                UploadedById = actor.UserId!.Value,
                UploadedUtc = actor.NowUtc,
            }, problems);
    }

    /// <summary>What stands in a draft; null when rules have become stricter since it was uploaded.</summary>
    public (CheckedInstrument? Content, IReadOnlyList<UploadProblem> Problems) Open(InstrumentDraftRow draft)
    {
        var measures = draft.MeasuresJson is { } json ? UploadedTree.Read(Tr($"maatregelen bij {draft.FileName}"), json) : null;
        return InstrumentCheck.Of(new(UploadedTree.Read(draft.FileName, draft.InstrumentJson), measures, []), library.Shipped());
    }

    /// <summary>Looks whether somebody can publish a version, without changing anything.</summary>
    public async Task<PublishAdvice> AdviseAsync(AuditContext db, CheckedInstrument content, Guid? userId)
    {
        var instrument = content.Instrument;
        var known = (await library.VersionsAsync(db)).Where(version => version.Instrument.Id == instrument.Value.Id).ToList();
        var same = known.Find(version => version.Template.Sha256 == instrument.Sha256);
        if (same is { IsOffered: true } && await HasSameMeasuresAsync(db, same, content))
        {
            return new(true, null);
        }

        // What only a case still runs on does not stand in the way of itself.
        var clash = ClashOf(instrument.Value, [.. known.Where(version => version != same || version.IsOffered).Select(version => version.Instrument.Version)]);
        return new(false, clash ?? (await InstallationRights.MayPublishAsync(db, userId) ? null : ForAllBodies));
    }

    /// <summary>Publishes a draft, records that in the trail and removes the draft; also when it was published already.</summary>
    /// <returns>What stood in the way; nothing is changed when that is a refusal.</returns>
    public async Task<PublishAdvice> PublishAsync(AuditContext db, InstrumentDraftRow draft, Actor actor)
    {
        var (content, problems) = Open(draft);
        if (content is null)
        {
            return new(false, Tr($"Het bestand past niet meer bij de regels: {Tr(problems[0].Message)}."));
        }

        var advice = await AdviseAsync(db, content, actor.UserId);
        if (advice.Refusal is not null)
        {
            return advice;
        }

        if (advice.MayPublish)
        {
            await ContentStore.PublishAsync(db, content.Instrument, content.Measures, new(actor.NowUtc, actor.UserId!.Value));
            db.Trail.Add(new TrailRow
            {
                BodyId = draft.BodyId,
                UserId = actor.UserId,
                AtUtc = actor.NowUtc,
                Event = "instrument.published",
                Subject = $"{content.Instrument.Value.Id} {content.Instrument.Value.Version}",
                After = content.Instrument.Sha256,
            });
        }

        db.InstrumentDrafts.Remove(draft);
        await db.SaveChangesAsync();
        return advice;
    }

    private async Task<bool> HasSameMeasuresAsync(AuditContext db, InstrumentVersion version, CheckedInstrument content)
    {
        if (version.MeasuresId is null || content.Measures is null)
        {
            return version.MeasuresId is null && content.Measures is null;
        }

        var published = await library.MeasuresOfAsync(db, version);
        return published[0].Sha256 == ContentStore.Merge([content.Measures], version.Instrument.Id).Sha256;
    }

    /// <summary>Why the number of a version cannot be used; null when it can.</summary>
    private static string? ClashOf(Instrument instrument, IReadOnlyList<string> known)
    {
        var newest = known.Max(VersionOrder.Instance);
        if (newest is null || VersionOrder.Instance.Compare(instrument.Version, newest) > 0)
        {
            return null;
        }

        var clash = known.Contains(instrument.Version)
            ? Tr($"Versie {instrument.Version} van ‘{instrument.Id}’ is er al, met andere inhoud.")
            : Tr($"Versie {instrument.Version} is ouder dan versie {newest}, die er al is: nieuwe doorlichtingen zouden haar nooit gebruiken.");
        return Tr($"{clash} Geef ‘version’ in het bestand een waarde die na {newest} komt en voeg het opnieuw toe.");
    }
}
