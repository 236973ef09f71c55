using System.Text;
using System.Text.Json.Nodes;
using Audit.Data.Templates.Documents;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;
using Audit.Web.StartUp;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Administration;

/// <summary>A published version as a file, to change and upload again.</summary>
[HandsOutFile]
public sealed class FileModel(AdminAccess access) : PageModel
{
    /// <summary>The file is saved and never shown as a page, so that letters may stay as they are.</summary>
    public async Task<IActionResult> OnGetAsync(string definitionId, int version)
    {
        if (await access.ReadAsync(db => DefinitionVersions.FindAsync(db, definitionId, version)) is not { Definition: { } definition })
        {
            return NotFound();
        }

        var json = JsonNode.Parse(definition.Content.Json)!.ToJsonString(CanonicalJson.Indented);
        Response.Headers.CacheControl = "no-store";
        return File(
            Encoding.UTF8.GetBytes(json),
            "application/json",
            SafeFileName.Of("werkstroom", $"{definition.DefinitionId} v{definition.Version}", DutchText.Day(access.User.NowUtc), "json"));
    }
}
