using System.Text;
using System.Text.Json.Nodes;
using Audit.Data.Excel.Authoring;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;
using Audit.Web.StartUp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>A version or its measures as a file, to change and upload again.</summary>
[HandsOutFile]
public sealed class FileModel(AdminAccess access, InstrumentLibrary library) : PageModel
{
    public const string MeasuresPart = "maatregelen";
    public const string WorkbookPart = "werkboek";

    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The file is saved and never shown as a page, so that letters may stay as they are.</summary>
    public async Task<IActionResult> OnGetAsync(string instrumentId, string instrumentVersion, [FromQuery(Name = "deel")] string? part)
    {
        var versions = await access.ReadAsync(library.VersionsAsync);
        if (InstrumentLibrary.Find(versions, instrumentId, instrumentVersion) is not { } version)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return part switch
        {
            MeasuresPart => AsJson(ContentStore.Merge(await MeasuresAsync(version), instrumentId).Json, NameOf(version, MeasuresPart, "json")),
            WorkbookPart => AsWorkbook(version, version.MeasuresId is null ? null : (await MeasuresAsync(version))[0].Root),
            _ => AsJson(version.Template.Json, NameOf(version, "vragenset", "json")),
        };
    }

    private Task<IReadOnlyList<Template<MeasureCatalogue>>> MeasuresAsync(InstrumentVersion version) => access.ReadAsync(db => library.MeasuresOfAsync(db, version));

    private FileContentResult AsJson(string canonical, string name) =>
        File(Encoding.UTF8.GetBytes(JsonNode.Parse(canonical)!.ToJsonString(CanonicalJson.Indented)), "application/json", name);

    /// <summary>A workbook with the measures only when the version has its own, so that uploading it again changes nothing.</summary>
    private IActionResult AsWorkbook(InstrumentVersion version, MapNode? measures)
    {
        var fits = new ProblemList("werkboek");
        InstrumentWorkbook.CheckFits(version.Template.Root, measures, fits);
        if (fits.HasErrors)
        {
            return NotFound();
        }

        using var target = new MemoryStream();
        InstrumentWorkbook.Write(version.Template.Root, measures, target);
        return File(target.ToArray(), WorkbookType, NameOf(version, "vragenset", "xlsx"));
    }

    private string NameOf(InstrumentVersion version, string kind, string extension) =>
        SafeFileName.Of(kind, $"{version.Instrument.Id} v{version.Instrument.Version}", DutchText.Day(access.User.NowUtc), extension);
}
