using Audit.Data.Database.Chain;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Questions;

/// <summary>Every question and answer of a case on one page, to print or to read through.</summary>
[ShowsAnswers]
public sealed class PrintModel(CaseAccess access, CardDesk cards) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>Per task, and once for the body, the parts with their cards.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<(string Title, IReadOnlyList<QuestionCard> Cards)> Parts)> Groups { get; private set; } = [];

    /// <summary>The end of the trail at this moment, so that a printed copy proves what was there.</summary>
    public AnchoredChain? Anchor { get; private set; }

    public string PrintedAt => Texts.Dates.Moment(access.User.NowUtc);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return NotFound();
        }

        View = view;
        var instrument = view.Case.Instrument.Value;
        var groups = new List<(string, IReadOnlyList<(string, IReadOnlyList<QuestionCard>)>)>();
        foreach (var task in view.Case.Tasks)
        {
            groups.Add((task.Name, await PartsAsync(QuestionPart.OfTask(view.Process, instrument, task.Key))));
        }

        groups.Add((Tr($"Hele organisatie"), await PartsAsync(QuestionPart.OfBody(instrument))));
        Groups = groups;
        Anchor = await access.ReadAsync(db => TrailAnchor.OfBodyAsync(db, view.Case.Row.BodyId, access.User.NowUtc));
        return Page();
    }

    private async Task<IReadOnlyList<(string Title, IReadOnlyList<QuestionCard> Cards)>> PartsAsync(IReadOnlyList<QuestionPart> parts)
    {
        if (parts.Count == 0)
        {
            return [];
        }

        // One reading for all parts of a task.
        var all = parts[0] with { Questions = [.. parts.SelectMany(part => part.Questions)] };
        var made = (await cards.CardsAsync(View, all, null, ([], access.User.NowUtc))).ToDictionary(card => card.Question.Id);
        return [.. parts.Select(part => (part.Title, (IReadOnlyList<QuestionCard>)[.. part.Questions.Select(question => made[question.Id])]))];
    }
}
