using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Assessments;

/// <summary>Reads what a new case runs on.</summary>
internal static class StartContent
{
    /// <summary>The newest version of the instrument, from the content folder or published on screen; its own measures, or else those of the folder; the default profile.</summary>
    /// <returns>The content, or the reason why there is none.</returns>
    public static async Task<(CaseContent? Content, string? Refusal)> ReadAsync(AuditContext db, InstrumentLibrary library)
    {
        var shipped = library.Shipped();
        if (shipped.Refusal is { } refusal)
        {
            return (null, Tr(refusal));
        }

        return InstrumentLibrary.ForNewCases(await library.VersionsAsync(db)) is { } newest
            ? (new(newest.Template, shipped.Profiles[0], await library.MeasuresOfAsync(db, newest)), null)
            : (null, Tr($"Er is geen vragenset '{InstrumentLibrary.InstrumentId}'."));
    }
}
