using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Distinctions;

/// <summary>The register of distinctions of a task, what its test comes to, and which questions it answers.</summary>
[ShowsAnswers]
public sealed class IndexModel(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PublicTask PublicTask { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public Instrument Instrument => View.Case.Instrument.Value;

    /// <summary>The questions that the register answers now.</summary>
    public IReadOnlyList<(Question Question, RegisterAnswer Answer)> Filled { get; private set; } = [];

    public DistinctionVerdict VerdictOf(Distinction distinction) => DistinctionTest.VerdictOf(distinction, Instrument.Register, View.Case.ReferenceDate(access.User.NowUtc));

    public string GroundsOf(Distinction distinction) => distinction.GroundIds.Count == 0
        ? Tr($"Geen")
        : string.Join(", ", distinction.GroundIds.Select(id => Instrument.Register.FindGround(id)?.Title.Shown() ?? id));

    public string PartOf(Distinction distinction) => Instrument.Components.First(component => component.Id == distinction.ComponentId).Title.Shown();

    public async Task<IActionResult> OnGetAsync(Guid id, string taskKey)
    {
        if (await access.FindAsync(id) is not { } view || view.Case.Answers.Tasks.FirstOrDefault(task => task.Id == taskKey) is not { } task
            || view.Case.Instrument.Value.Register.Grounds.Count == 0)
        {
            return NotFound();
        }

        (View, PublicTask) = (view, task);
        MayEdit = EditRights.MayEditDistinctions(view, taskKey);
        var questions = Instrument.TaskQuestions.ToDictionary(question => question.Id);
        Filled = [.. RegisterAnswers.Of(Instrument, task.Distinctions, view.Case.ReferenceDate(access.User.NowUtc)).Select(answer => (questions[answer.QuestionId], answer))];
        return Page();
    }
}
