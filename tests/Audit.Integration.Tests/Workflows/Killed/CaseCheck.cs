using Audit.Data.Database;
using Audit.WorkflowWorker;
using Audit.Workflows.Activities;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>What must hold of a case at every moment, whoever was killed: a list of what does not.</summary>
internal static class CaseCheck
{
    public static IReadOnlyList<string> Problems(CaseRows rows, params WorkOrder[] workers) =>
    [
        .. rows.Integrity == "ok" ? Enumerable.Empty<string>() : [$"damaged file: {rows.Integrity}"],
        .. workers.SelectMany(worker => Acknowledged(rows, WorkLog.Read(worker.Log))),
        .. Changes(rows, [.. workers.Select(worker => worker.Worker)]),
        .. Shape(rows),
    ];

    /// <summary>No step is half done, whoever worked on the case: each that was closed has its successor, and its timers are where it is.</summary>
    public static IEnumerable<string> Shape(CaseRows rows) => [.. Timers(rows), .. rows.Instances.SelectMany(instance => Places(rows, instance))];

    /// <summary>What was acknowledged is there, once.</summary>
    private static IEnumerable<string> Acknowledged(CaseRows rows, IReadOnlyList<LogLine> log)
    {
        var lines = log.Where(line => line.Event is LogEvent.Acknowledged).ToList();
        foreach (var line in lines.DistinctBy(line => line.SubmissionId))
        {
            var step = rows.Steps.SingleOrDefault(step => step.Id == line.StepId);
            if (step is not { Status: StepStatus.Done } || step.SubmissionId != line.SubmissionId || step.Outcome != line.Outcome)
            {
                yield return $"acknowledged but lost: {line}";
            }
        }

        foreach (var twice in lines.GroupBy(line => line.StepId).Where(group => group.Count() > 1))
        {
            yield return $"acknowledged twice: {twice.First()}";
        }
    }

    /// <summary>A change and its step: both once, or neither.</summary>
    private static IEnumerable<string> Changes(CaseRows rows, IReadOnlyList<string> workers)
    {
        var human = rows.Steps.Where(step => ActivityCatalogue.Get(step.Activity).Kind is ActivityKind.Human).ToList();
        var changes = rows.Trail.Where(row => row.Event == CaseWalker.Change).ToLookup(row => row.Subject);
        foreach (var step in human.Where(step => step.Status is StepStatus.Done))
        {
            if (!workers.Any(worker => SubmissionIds.Of(step.Id, worker) == step.SubmissionId))
            {
                yield return $"step closed by nobody's submission: {CaseText.Name(step)}";
            }

            var written = changes[$"{step.SubmissionId}"].Count();
            if (written != 1)
            {
                yield return $"step with {written} changes: {CaseText.Name(step)}";
            }
        }

        var known = human.Select(step => $"{step.SubmissionId}").Concat(rows.Instances.Select(instance => $"{instance.AssessmentId}")).ToHashSet();
        foreach (var orphan in changes.Where(change => !known.Contains(change.Key)))
        {
            yield return $"change without its step: {orphan.Key}";
        }

        foreach (var instance in rows.Instances.Where(instance => changes[$"{instance.AssessmentId}"].Count() != 1))
        {
            yield return $"case begun without its one change: {instance.Id}";
        }
    }

    /// <summary>A moment has one timer, which has fired if and only if the step went on; a step that waits for a person has one for its deadline until it is done.</summary>
    private static IEnumerable<string> Timers(CaseRows rows)
    {
        foreach (var step in rows.Steps)
        {
            var timers = rows.Timers.Where(timer => timer.StepId == step.Id).ToList();
            var isTimed = ActivityCatalogue.Get(step.Activity).Kind is ActivityKind.Timed;
            var hasTimer = isTimed || (step.Status is StepStatus.Open && step.DueUtc is not null);
            if (timers.Count != (hasTimer ? 1 : 0) || timers.Exists(timer => timer.Fired != (isTimed && step.Status is StepStatus.Done)))
            {
                yield return $"timer and step disagree: {CaseText.Name(step)}";
            }
        }
    }

    /// <summary>The process waits in one place, or in one place per branch that has not ended; nowhere when it has finished.</summary>
    private static IEnumerable<string> Places(CaseRows rows, WorkflowInstanceRow instance)
    {
        if (rows.Instances.Count != 1)
        {
            yield return $"{rows.Instances.Count} processes instead of one";
        }

        var open = rows.Steps.Where(step => step.Status is StepStatus.Open or StepStatus.Failed).ToList();
        var places = rows.Branches.Where(branch => !branch.Done).Select(branch => $"{branch.Path}/:{branch.TaskKey}").ToList();
        if (places.Count == 0 && instance.Status is WorkflowStatus.Running)
        {
            places.Add("/:");
        }

        foreach (var place in places.Where(place => open.Count(step => IsIn(step, place)) != 1))
        {
            yield return $"{open.Count(step => IsIn(step, place))} open steps in {place}";
        }

        if (open.Count != places.Count)
        {
            yield return $"{open.Count} open steps in {places.Count} places";
        }

        foreach (var parallel in rows.Branches.GroupBy(branch => branch.Path))
        {
            if (!parallel.Select(branch => branch.TaskKey).Order().SequenceEqual(rows.TaskKeys.Order()))
            {
                yield return $"branches of {parallel.Key} are not those of the tasks";
            }
        }
    }

    private static bool IsIn(WorkflowStepRow step, string place) =>
        place.Split("/:") is [var path, var task] && step.TaskKey == task && (path.Length == 0 || step.Path.StartsWith($"{path}/", StringComparison.Ordinal));
}
