using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Reviews;

/// <summary>An item of the review as pages show it.</summary>
/// <param name="Row">The item.</param>
/// <param name="Case">The case.</param>
/// <param name="By">Name of who made it.</param>
/// <param name="Today">The day on which it is shown.</param>
public sealed record ItemView(ReviewItemRow Row, CaseView Case, string By, DateOnly Today)
{
    public string Href => ReviewLinks.Item(Case.Id, Row.Id);

    /// <summary>Whether the team has not answered by the day that was asked.</summary>
    public bool IsOverdue => Row.Status is ReviewItemStatus.Open && Row.DueDate < Today;

    public string TaskName => Row.TaskKey.Length == 0
        ? ReviewTexts.Body
        : Case.Case.Tasks.Concat(Case.Case.DroppedTasks).FirstOrDefault(task => task.Key == Row.TaskKey)?.Name ?? Row.TaskKey;

    /// <summary>The question with its text, or else the part; null when it is about the whole task.</summary>
    public string? About => Question is { } question ? Tr($"Vraag {question.Id}. {question.Text.Shown()}") : Part?.Title;

    /// <summary>Page on which the question is answered; null when it is about more than one question, or the task was dropped.</summary>
    public string? QuestionHref => Row.QuestionId is { } id && Part is { } part
        ? $"{StepLinks.Questions(Case.Id, Row.TaskKey, part.Id)}#vraag-{id}"
        : null;

    public Audit.Core.Instruments.Question? Question => Case.Case.Instrument.Value.AllQuestions.FirstOrDefault(question => question.Id == Row.QuestionId);

    /// <summary>Start of the text, for lists and links.</summary>
    public string Short => Row.Text.ReplaceLineEndings(" ") is { Length: > 100 } text ? $"{text[..99]}…" : Row.Text;

    private QuestionPart? Part
    {
        get
        {
            var instrument = Case.Case.Instrument.Value;
            var parts = Row.TaskKey.Length == 0 ? QuestionPart.OfBody(instrument) : QuestionPart.OfTask(instrument, Row.TaskKey);
            return parts.FirstOrDefault(part => Row.QuestionId is { } id ? part.Questions.Any(question => question.Id == id) : part.Id == Row.ComponentId);
        }
    }

    /// <summary>Every item of a case, oldest first.</summary>
    public static async Task<IReadOnlyList<ItemView>> AllAsync(AuditContext db, CaseView view, DateTime nowUtc)
    {
        var rows = await ReviewItems.OfCaseAsync(db, view.Id);
        var users = rows.Select(row => row.UserId).Distinct().ToList();
        var names = await db.Users.Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName);
        return [.. rows.Select(row => new ItemView(row, view, names[row.UserId], DutchText.Day(nowUtc)))];
    }
}
