using Audit.Workflows.Cases;

namespace Audit.Web.Questionnaires;

/// <summary>How many of the questions that need an answer have one.</summary>
/// <param name="Answered">Questions with an answer; "weet ik niet" is one.</param>
/// <param name="Needed">Questions that need an answer.</param>
public sealed record CaseProgress(int Answered, int Needed)
{
    /// <summary>Progress of a whole case.</summary>
    /// <param name="current">The case.</param>
    /// <param name="process">Its main process, which decides which questions are asked.</param>
    /// <param name="nowUtc">The moment.</param>
    public static CaseProgress Of(Case current, string process, DateTime nowUtc)
    {
        var instrument = current.Instrument.Value;
        var groups = current.Tasks.Select(task => QuestionPart.OfTask(process, instrument, task.Key)).ToList();
        if (groups.Count > 0 && process != Processes.QuickScan)
        {
            groups.Add(QuestionPart.OfBody(instrument));
        }

        return groups.Where(parts => parts.Count > 0).Select(parts => Of(current, parts, nowUtc)).Aggregate(new CaseProgress(0, 0), (sum, part) => new(sum.Answered + part.Answered, sum.Needed + part.Needed));
    }

    private static CaseProgress Of(Case current, IReadOnlyList<QuestionPart> parts, DateTime nowUtc)
    {
        var progress = PartProgress.Of(current, parts[0].TaskKey, nowUtc);
        var needed = parts.Sum(progress.Needed);
        return new(needed - parts.Sum(part => progress.Missing(part).Count), needed);
    }
}
