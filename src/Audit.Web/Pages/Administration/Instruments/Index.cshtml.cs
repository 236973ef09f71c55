using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>Every version of every instrument, and what runs on it in the body of the administrator.</summary>
public sealed class IndexModel(AdminAccess access, InstrumentLibrary library, InstrumentDrafts drafts) : PageModel
{
    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    /// <summary>Drafts of this body, newest first.</summary>
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];

    /// <summary>Why the versions that come with the program are missing; null when they are not.</summary>
    public Sentence? Refusal { get; private set; }

    public async Task OnGetAsync()
    {
        Refusal = library.Shipped().Refusal;
        Versions = await access.ReadAsync(VersionsAsync);
        Drafts = await access.ReadAsync(DraftsAsync);
    }

    private async Task<IReadOnlyList<VersionLine>> VersionsAsync(AuditContext db)
    {
        var bodyId = access.User.BodyId;
        var counts = await db.Assessments
            .Where(row => row.BodyId == bodyId)
            .GroupBy(row => new { row.InstrumentId, row.Status })
            .Select(same => new { same.Key.InstrumentId, same.Key.Status, Count = same.Count() })
            .ToListAsync();
        var versions = await library.VersionsAsync(db);
        var forNew = InstrumentLibrary.ForNewCases(versions);
        var firsts = versions.DistinctBy(version => (version.Instrument.Id, version.Instrument.Version)).ToHashSet();
        return
        [
            .. versions.Select(version => new VersionLine(version, firsts.Contains(version), version == forNew)
            {
                Running = counts.Where(row => row.InstrumentId == version.RowId && row.Status is AssessmentStatus.Running).Sum(row => row.Count),
                Finished = counts.Where(row => row.InstrumentId == version.RowId && row.Status is not AssessmentStatus.Running).Sum(row => row.Count),
            }),
        ];
    }

    private async Task<IReadOnlyList<DraftLine>> DraftsAsync(AuditContext db)
    {
        var bodyId = access.User.BodyId;
        var rows = await (
            from draft in db.InstrumentDrafts
            join user in db.Users on draft.UploadedById equals user.Id
            where draft.BodyId == bodyId
            orderby draft.UploadedUtc descending
            select new { Draft = draft, user.DisplayName }).ToListAsync();
        return [.. rows.Select(row => new DraftLine(row.Draft, drafts.Open(row.Draft).Content, row.DisplayName))];
    }

    /// <summary>A version in the list.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="IsFirst">Whether it is what this number stands for; false for older contents under the same number.</param>
    /// <param name="IsForNewCases">Whether new cases use it.</param>
    public sealed record VersionLine(InstrumentVersion Version, bool IsFirst, bool IsForNewCases)
    {
        public required int Running { get; init; }

        public required int Finished { get; init; }
    }

    /// <summary>A draft in the list.</summary>
    /// <param name="Draft">The draft.</param>
    /// <param name="Content">What stands in it; null when the rules have become stricter since.</param>
    /// <param name="By">Name of who uploaded it.</param>
    public sealed record DraftLine(InstrumentDraftRow Draft, CheckedInstrument? Content, string By)
    {
        public string Name => Content is null ? Draft.FileName : Tr($"{Content.Instrument.Value.Title.Shown()}, versie {Content.Instrument.Value.Version}");
    }
}
