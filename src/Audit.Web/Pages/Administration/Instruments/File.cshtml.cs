using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>A version or its measures as a file, to change and upload again.</summary>
public sealed class FileModel(AdminAccess access, InstrumentLibrary library) : PageModel
{
    public const string MeasuresPart = "maatregelen";

    /// <summary>The file is saved and never shown as a page, so that letters may stay as they are.</summary>
    private static readonly JsonSerializerOptions ForPeople = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IActionResult> OnGetAsync(string instrumentId, string instrumentVersion, [FromQuery(Name = "deel")] string? part)
    {
        var versions = await access.ReadAsync(library.VersionsAsync);
        if (InstrumentLibrary.Find(versions, instrumentId, instrumentVersion) is not { } version)
        {
            return NotFound();
        }

        var canonical = part == MeasuresPart
            ? ContentStore.Merge(await access.ReadAsync(db => library.MeasuresOfAsync(db, version)), instrumentId).Json
            : version.Template.Json;
        Response.Headers.CacheControl = "no-store";
        return File(
            Encoding.UTF8.GetBytes(JsonNode.Parse(canonical)!.ToJsonString(ForPeople)),
            "application/json",
            SafeFileName.Of(part == MeasuresPart ? MeasuresPart : "vragenset", $"{instrumentId} v{instrumentVersion}", DutchText.Day(access.User.NowUtc), "json"));
    }
}
