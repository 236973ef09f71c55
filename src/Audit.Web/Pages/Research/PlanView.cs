using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;

namespace Audit.Web.Pages.Research;

/// <summary>A research question as the list shows it.</summary>
/// <param name="Row">The question as stored.</param>
/// <param name="Owner">Name of who looks into it; null when nobody does yet.</param>
/// <param name="QuestionHref">Page of the question of the instrument; null when it belongs to none.</param>
/// <param name="IsOverdue">Whether its day has passed and it is not done.</param>
public sealed record PlanItem(ResearchItemRow Row, string? Owner, string? QuestionHref, bool IsOverdue);

/// <summary>The research questions of one task, or of the whole body.</summary>
public sealed record PlanGroup(string Name, IReadOnlyList<PlanItem> Items);

/// <summary>The research plan as its page shows it: grouped by task, in a fixed order.</summary>
public sealed class PlanView
{
    private readonly CaseView view;
    private readonly Dictionary<Guid, string> names;
    private readonly DateOnly today;

    public PlanView(CaseView view, IReadOnlyList<MemberName> members, DateOnly today)
    {
        this.view = view;
        this.today = today;
        names = members.ToDictionary(member => member.Id, member => member.Name);
    }

    public static bool IsOverdue(ResearchItemRow row, DateOnly today) =>
        row.DueDate < today && row.Status is (ResearchStatus.Open or ResearchStatus.Running);

    /// <summary>The groups that have questions: chosen tasks first, then tasks that were dropped, then the whole body.</summary>
    public IReadOnlyList<PlanGroup> GroupsOf(IEnumerable<ResearchItemRow> rows)
    {
        var byTask = rows.ToLookup(row => row.TaskKey);
        var tasks = view.Case.Tasks.Select(task => (task.Key, task.Name))
            .Concat(view.Case.DroppedTasks.Select(task => (task.Key, Name: Tr($"{task.Name} (vervallen)"))))
            .ToList();
        var unknown = byTask.Select(group => group.Key).Where(key => key.Length > 0 && tasks.TrueForAll(task => task.Key != key)).Order(StringComparer.Ordinal);
        return
        [
            .. tasks.Concat(unknown.Select(key => (key, Tr($"Taak die niet meer wordt onderzocht")))).Append((string.Empty, ResearchTexts.Body))
                .Where(task => byTask[task.Item1].Any())
                .Select(task => new PlanGroup(task.Item2, [.. byTask[task.Item1].Select(ItemOf)])),
        ];
    }

    /// <summary>One question as the list shows it.</summary>
    public PlanItem ItemOf(ResearchItemRow row) => new(
        row,
        row.OwnerId is { } owner ? names.GetValueOrDefault(owner) ?? Tr($"Iemand die niet meer meedoet") : null,
        QuestionHrefOf(row),
        IsOverdue(row, today));

    private string? QuestionHrefOf(ResearchItemRow row)
    {
        var instrument = view.Case.Instrument.Value;
        if (row.QuestionId is not { } id || (row.TaskKey.Length > 0 && view.Case.Tasks.All(task => task.Key != row.TaskKey)))
        {
            return null;
        }

        var parts = row.TaskKey.Length == 0 ? QuestionPart.OfBody(instrument) : QuestionPart.OfTask(view.Process, instrument, row.TaskKey);
        var part = parts.FirstOrDefault(candidate => candidate.Questions.Any(question => question.Id == id));
        return part is null ? null : $"{StepLinks.Questions(view.Id, row.TaskKey, part.Id)}#vraag-{id}";
    }
}
