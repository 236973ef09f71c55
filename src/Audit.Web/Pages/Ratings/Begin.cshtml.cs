using Audit.Core.Review;
using Audit.Web.Access;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Ratings;

/// <summary>Begins a round with questions that are drawn.</summary>
[ShowsNoAnswers]
public sealed class BeginModel(CaseAccess access) : BeginPage(access)
{
    public const string SizeField = "aantal";

    /// <summary>The number as typed.</summary>
    public string? Size { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var result = await ShowAsync(id);
        Size = RatingSample.DefaultSize(Pool.Count).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return result;
    }

    /// <param name="id">The case.</param>
    /// <param name="aantal">How many questions are drawn.</param>
    /// <param name="inzending">Made when the form was shown.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? aantal, Guid inzending)
    {
        if (!await LoadAsync(id) || !MayRate)
        {
            return NotFound();
        }

        (Size, SubmissionId) = (aantal?.Trim(), inzending == Guid.Empty ? SubmissionId : inzending);
        ModelState.Clear();
        if (!int.TryParse(Size, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var size))
        {
            ModelState.AddModelError(SizeField, Tr($"Vul een heel getal in, zoals 20."));
        }
        else if (await BeginAsync(SizeField, new NewRound(SubmissionId, false) { Seed = NewSeed(), Size = size }) is { } begun)
        {
            return begun;
        }

        return await LoadPoolAsync() ?? Page();
    }
}
