using Audit.Core.Instruments;
using Audit.Web.Texts;
using Audit.Workflows.Cases;

namespace Audit.Web.Questionnaires;

/// <summary>The questions of one page: a part of the instrument for one task, or for the whole body.</summary>
/// <param name="Id">Id of the component or cross-cutting part, or <see cref="Severity"/>.</param>
/// <param name="Title">What the user reads.</param>
/// <param name="TaskKey">Key of the task; empty for the whole body.</param>
/// <param name="Questions">In the order asked.</param>
public sealed record QuestionPart(string Id, string Title, string TaskKey, IReadOnlyList<Question> Questions)
{
    public const string Severity = "severity";

    /// <summary>The questions that the quick scan asks, from all parts together.</summary>
    public const string QuickScan = "quick-scan";

    public bool IsForBody => TaskKey.Length == 0;

    /// <summary>A part by its address; null when the case has no such part.</summary>
    /// <param name="current">The case.</param>
    /// <param name="segment">Key of a task, or the word for the whole body.</param>
    /// <param name="id">Id of the part.</param>
    public static QuestionPart? Find(Case current, string segment, string id) =>
        Find(current.Instrument.Value, current.Tasks.Any(task => task.Key == segment), segment, id);

    /// <summary>A part by its address; null when there is no such part.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="hasTask">Whether the case has a task with this key.</param>
    /// <param name="segment">Key of a task, or the word for the whole body.</param>
    /// <param name="id">Id of the part.</param>
    public static QuestionPart? Find(Instrument instrument, bool hasTask, string segment, string id)
    {
        var bodyPart = segment == StepLinks.Body ? OfBody(instrument).FirstOrDefault(part => part.Id == id) : null;
        return bodyPart ?? (hasTask ? OfTask(instrument, segment).Append(OfQuickScan(instrument, segment)).FirstOrDefault(part => part.Id == id) : null);
    }

    /// <summary>The parts that a process asks for every task.</summary>
    public static IReadOnlyList<QuestionPart> OfTask(string process, Instrument instrument, string taskKey) =>
        process == Processes.QuickScan ? [OfQuickScan(instrument, taskKey)] : OfTask(instrument, taskKey);

    /// <summary>The parts that are answered for every task.</summary>
    public static IReadOnlyList<QuestionPart> OfTask(Instrument instrument, string taskKey)
    {
        var parts = instrument.Components.Select(part => new QuestionPart(part.Id, part.Title.Shown(), taskKey, part.Questions)).ToList();
        if (instrument.Severity.Count > 0)
        {
            parts.Add(new(Severity, Tr($"Ernst van de gevolgen"), taskKey, instrument.Severity));
        }

        return parts;
    }

    private static QuestionPart OfQuickScan(Instrument instrument, string taskKey) => new(
        QuickScan,
        Tr($"Quickscan"),
        taskKey,
        [.. instrument.Components.SelectMany(part => part.Questions).Concat(instrument.Severity).Where(question => question.QuickScan)]);

    /// <summary>The parts that are answered once for the whole body.</summary>
    public static IReadOnlyList<QuestionPart> OfBody(Instrument instrument) =>
        [.. instrument.CrossCutting.Select(part => new QuestionPart(part.Id, part.Title.Shown(), string.Empty, part.Questions))];
}
