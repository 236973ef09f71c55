using Audit.Core.Instruments;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Questions;

/// <summary>The answers of a part to look over before it is finished. Finishing itself is done by the page of the part.</summary>
[ShowsAnswers]
public sealed class CheckModel(CaseAccess access, CardDesk cards) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public QuestionPart Part { get; private set; } = null!;

    public IReadOnlyList<QuestionCard> Cards { get; private set; } = [];

    /// <summary>Questions that need an answer and have none.</summary>
    public IReadOnlyList<Question> Missing { get; private set; } = [];

    public bool MayEdit { get; private set; }

    /// <summary>Whether this member can finish the part now.</summary>
    public bool MayFinish { get; private set; }

    public Guid SubmissionId { get; } = Guid.NewGuid();

    public string? TaskName => View.Case.Tasks.FirstOrDefault(task => task.Key == Part.TaskKey)?.Name;

    public async Task<IActionResult> OnGetAsync(Guid id, string taskKey, string part)
    {
        if (await access.FindAsync(id) is not { } view || QuestionPart.Find(view.Case, taskKey, part) is not { } found)
        {
            return NotFound();
        }

        (View, Part) = (view, found);
        MayEdit = EditRights.MayEdit(view, found);
        MayFinish = EditRights.StepOf(view, found) is not null;
        Missing = PartProgress.Of(view.Case, found.TaskKey, access.User.NowUtc).Missing(found);
        Cards = await cards.CardsAsync(view, found, null, ([], access.User.NowUtc));
        return Page();
    }
}
