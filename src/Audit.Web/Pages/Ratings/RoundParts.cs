using Audit.Data.Database;
using Audit.Core.Review;
using Audit.Web.Questionnaires;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Ratings;

/// <summary>The questions of a round that stand on one page: those of one component for one task.</summary>
/// <param name="Part">The part of the instrument, with only the questions of the round.</param>
/// <param name="TaskName">Name of the task; null for questions about the whole body.</param>
/// <param name="Rows">The ratings, in the same order.</param>
public sealed record RoundPart(QuestionPart Part, string? TaskName, IReadOnlyList<RatingRow> Rows)
{
    /// <summary>What the user reads.</summary>
    public string Title => $"{Part.Title}: {TaskName ?? Tr($"hele organisatie")}";

    public (string TaskKey, string PartId) Key => (Part.TaskKey, Part.Id);

    public int Rated => Rows.Count(row => row.Value is not null);

    /// <summary>The ratings of a round by page, in the order of the round; questions and tasks that the case no longer has are left out.</summary>
    public static IReadOnlyList<RoundPart> Of(Case current, IEnumerable<RatingRow> rows)
    {
        var instrument = current.Instrument.Value;
        return
        [
            .. rows.OrderBy(row => row.Position)
                .GroupBy(row => (row.TaskKey, Part: instrument.ComponentOf(row.QuestionId)?.Id ?? RatingPlace.Severity))
                .Select(group => PartOf(current, group.Key, [.. group]))
                .OfType<RoundPart>(),
        ];
    }

    private static RoundPart? PartOf(Case current, (string TaskKey, string Part) key, RatingRow[] rows)
    {
        if (QuestionPart.Find(current, key.TaskKey.Length == 0 ? Texts.StepLinks.Body : key.TaskKey, key.Part) is not { } part)
        {
            return null;
        }

        var questions = part.Questions.ToDictionary(question => question.Id);
        RatingRow[] known = [.. rows.Where(row => questions.ContainsKey(row.QuestionId))];
        return known.Length == 0
            ? null
            : new(part with { Questions = [.. known.Select(row => questions[row.QuestionId])] }, current.Tasks.FirstOrDefault(task => task.Key == key.TaskKey)?.Name, known);
    }
}
