using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Web.Pages.Results;

/// <summary>One question of a task with its answer and how it counted.</summary>
public sealed record AnswerLine(Question Question, Answer? Answer, QuestionTrace Trace, double? Contribution);

/// <summary>The questions of one part of the instrument.</summary>
public sealed record AnswerGroup(string Title, IReadOnlyList<AnswerLine> Lines);

/// <summary>Puts every question of a task beside its answer, grouped as in the instrument.</summary>
public static class AnswerLines
{
    public static IReadOnlyList<AnswerGroup> Of(TaskView task)
    {
        var traces = task.Score.Trace.ToDictionary(trace => trace.QuestionId);
        var parts = task.Score.Contributions.ToDictionary(part => part.QuestionId, part => part.Value);
        AnswerGroup Group(string title, IEnumerable<Question> questions) => new(title, [.. questions.Select(question => new AnswerLine(
            question,
            task.AnswerTo(question.Id),
            traces[question.Id],
            parts.TryGetValue(question.Id, out var value) ? value : null))]);

        var groups = task.Instrument.Components.Select(part => Group(part.Title.Shown(), part.Questions))
            .Append(Group(Tr($"Ernst van de gevolgen"), task.Instrument.Severity))
            .Concat(task.Instrument.CrossCutting.Select(part => Group(Tr($"{part.Title.Shown()} (voor de hele organisatie)"), part.Questions)));
        return [.. groups.Where(group => group.Lines.Count > 0)];
    }
}
