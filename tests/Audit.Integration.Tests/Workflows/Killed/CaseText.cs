using System.Globalization;
using Audit.Data.Database;
using Audit.WorkflowWorker;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>The state of a case without the ids that differ from run to run, so that two walks can be compared.</summary>
internal static class CaseText
{
    /// <summary>Everything, with times and the order of the trail: for walks in the same order.</summary>
    public static string Exact(CaseRows rows) => string.Join('\n', Lines(rows, Time).Concat(rows.Trail.Select(row => $"{Trail(rows, row)} {Time(row.AtUtc)}")));

    /// <summary>What was done and where it ended, however it was ordered: for walks in different orders.</summary>
    public static string Outline(CaseRows rows) =>
        string.Join('\n', Lines(rows, time => time is null ? "-" : "set").Concat(rows.Trail.Select(row => Trail(rows, row)).Order(StringComparer.Ordinal)));

    public static string Name(WorkflowStepRow step) => $"{step.Path}:{step.TaskKey}";

    /// <summary>The first line in which two states differ.</summary>
    public static string Difference(string expected, string actual)
    {
        var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(wanted.Length, found.Length)).First(i => wanted.ElementAtOrDefault(i) != found.ElementAtOrDefault(i));
        return $"expected '{wanted.ElementAtOrDefault(line)}', found '{found.ElementAtOrDefault(line)}'";
    }

    private static IEnumerable<string> Lines(CaseRows rows, Func<DateTime?, string> time)
    {
        var steps = rows.Steps.Select(step => $"step {Name(step)} {step.Status} {step.Outcome} {time(step.OpenedUtc)} {time(step.DueUtc)} {time(step.ClosedUtc)} {step.Incident}");
        var timers = rows.Timers.Select(timer => $"timer {Name(rows.Steps.Single(step => step.Id == timer.StepId))} {timer.Fired} {time(timer.DueUtc)}");
        var branches = rows.Branches.Select(branch => $"branch {branch.Path}:{branch.TaskKey} {branch.Done}");
        var facts = rows.Facts.Select(fact => $"fact {fact.TaskKey} {fact.Name} {fact.Value}");
        return rows.Instances.Select(instance => $"instance {instance.Status} {instance.Incident}")
            .Concat(steps.Concat(timers).Concat(branches).Concat(facts).Order(StringComparer.Ordinal));
    }

    /// <summary>A change is named after the step that it belongs to.</summary>
    private static string Trail(CaseRows rows, TrailRow row)
    {
        var step = rows.Steps.FirstOrDefault(step => step.SubmissionId is { } submission && row.Subject == submission.ToString());
        return $"trail {row.Event} {(row.Event != CaseWalker.Change ? row.Subject : step is null ? CaseWalker.Starting : Name(step))}";
    }

    private static string Time(DateTime? time) => time?.ToString("O", CultureInfo.InvariantCulture) ?? "-";
}
