using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>One version: what it asks, what changed in it and what runs on it in the body of the administrator.</summary>
public sealed class VersionModel(AdminAccess access, InstrumentLibrary library) : PageModel
{
    public InstrumentVersion Version { get; private set; } = null!;

    /// <summary>Name of who published it, when that was somebody of this body.</summary>
    public string? PublishedBy { get; private set; }

    /// <summary>Other versions of the same instrument, newest first.</summary>
    public IReadOnlyList<Instrument> Others { get; private set; } = [];

    /// <summary>The version that new cases use; null when there is none.</summary>
    public InstrumentVersion? ForNewCases { get; private set; }

    public bool IsForNewCases => ForNewCases == Version;

    public int MeasureCount { get; private set; }

    public int Running { get; private set; }

    public int Finished { get; private set; }

    /// <summary>What changed since the version before; null when this is the first one.</summary>
    public InstrumentComparison? Comparison { get; private set; }

    public IReadOnlyList<PartLine> Parts =>
    [
        .. Version.Instrument.Components.Select(part => new PartLine(part.Title.Shown(), Tr($"per taak"), part.Weight, part.Questions)),
        .. Version.Instrument.Severity.Count == 0 ? Array.Empty<PartLine>() : [new(StepTexts.NameOf("severity"), Tr($"per taak"), null, Version.Instrument.Severity)],
        .. Version.Instrument.CrossCutting.Select(part => new PartLine(part.Title.Shown(), Tr($"één keer voor de organisatie"), null, part.Questions)),
    ];

    public async Task<IActionResult> OnGetAsync(string instrumentId, string instrumentVersion) =>
        await access.ReadAsync(db => LoadAsync(db, instrumentId, instrumentVersion)) ? Page() : NotFound();

    private async Task<bool> LoadAsync(AuditContext db, string instrumentId, string instrumentVersion)
    {
        var versions = await library.VersionsAsync(db);
        if (InstrumentLibrary.Find(versions, instrumentId, instrumentVersion) is not { } found)
        {
            return false;
        }

        Version = found;
        ForNewCases = InstrumentLibrary.ForNewCases(versions);
        var others = versions.Where(version => version.Instrument.Id == instrumentId && version.Instrument.Version != instrumentVersion)
            .DistinctBy(version => version.Instrument.Version).ToList();
        Others = [.. others.Select(version => version.Instrument)];
        await LoadUseAsync(db);
        var measures = await library.MeasuresOfAsync(db, found);
        MeasureCount = ContentStore.Merge(measures, instrumentId).Value.Measures.Count;
        Comparison = others.Find(version => VersionOrder.Instance.Compare(version.Instrument.Version, instrumentVersion) < 0) is { } older
            ? await InstrumentComparison.OfAsync(db, library, older, (found.Instrument, measures))
            : null;
        return true;
    }

    private async Task LoadUseAsync(AuditContext db)
    {
        var (bodyId, rowId, publisher) = (access.User.BodyId, Version.RowId, Version.PublishedById);
        PublishedBy = await db.Users.Where(user => user.Id == publisher && user.BodyId == bodyId).Select(user => user.DisplayName).SingleOrDefaultAsync();
        Running = await db.Assessments.CountAsync(row => row.BodyId == bodyId && row.InstrumentId == rowId && row.Status == AssessmentStatus.Running);
        Finished = await db.Assessments.CountAsync(row => row.BodyId == bodyId && row.InstrumentId == rowId && row.Status != AssessmentStatus.Running);
    }

    /// <summary>A part of the instrument in the list.</summary>
    public sealed record PartLine(string Name, string Scope, double? Weight, IReadOnlyList<Question> Questions)
    {
        /// <summary>How many of its questions are of a kind.</summary>
        public int Of(QuestionKind kind) => Questions.Count(question => question.Kind == kind);
    }
}
