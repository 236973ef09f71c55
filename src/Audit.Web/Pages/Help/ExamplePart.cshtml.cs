using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Web.Help;
using Audit.Web.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Help;

/// <summary>One part of the worked example: its questions with answers and sources.</summary>
public sealed class ExamplePartModel(ExampleShelf shelf) : PageModel
{
    public string Title { get; private set; } = string.Empty;

    public IReadOnlyList<ExampleLine> Lines { get; private set; } = [];

    public IActionResult OnGet(string part)
    {
        if (shelf.Example is not { } example || example.Answers.Tasks is not [var task, ..]
            || QuestionPart.OfTask(example.Instrument, task.Id).FirstOrDefault(known => known.Id == part) is not { } found)
        {
            return NotFound();
        }

        Title = found.Title;
        Lines = [.. found.Questions.Select(question => new ExampleLine(question, task.Answers.GetValueOrDefault(question.Id)))];
        return Page();
    }
}

/// <summary>A question of the example with its answer.</summary>
public sealed record ExampleLine(Question Question, Answer? Answer)
{
    public bool IsKnown => Answer is not null && Answer.Value != Core.Assessments.Answer.Unknown;

    /// <summary>The answer in words.</summary>
    public string Words => Answer?.Value switch
    {
        null => Tr($"Nog niet beantwoord"),
        Core.Assessments.Answer.Unknown => Tr($"Onbekend"),
        Core.Assessments.Answer.NotApplicable => Tr($"Niet van toepassing"),
        var value => Question.IndexOf(value) is >= 0 and var index ? Question.Scale.Options[index].Label.Shown() : value,
    };
}
