using System.Text;
using Audit.Data.Results;
using Audit.Web.Access;
using Audit.Web.StartUp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Life;

/// <summary>The answers of a case as a file: for keeping, for another installation and for <c>audit score</c>.</summary>
[HandsOutFile]
[ShowsAnswers]
public sealed class ExportModel(CaseAccess access) : PageModel
{
    private const int LongestName = 60;

    public async Task<IActionResult> OnGetAsync(Guid id) => await access.FindAsync(id) is { } view
        ? File(Encoding.UTF8.GetBytes(AnswersYaml.Of(view.Case.Answers)), "application/yaml", NameOf(view.Case.Row.Name))
        : NotFound();

    private static string NameOf(string name)
    {
        var words = string.Concat(name.Normalize(NormalizationForm.FormD).Where(char.IsAscii).Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join('-', words);
        return $"antwoorden-{joined[..Math.Min(joined.Length, LongestName)]}.yaml";
    }
}
