using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Actions;

/// <summary>What somebody looks for among the measures.</summary>
public sealed class AddFilter
{
    public const string TaskField = "taak";
    public const string PartField = "onderdeel";
    public const string SearchField = "zoek";

    /// <summary>Key of the task that the measure is for.</summary>
    public string? Taak { get; set; }

    /// <summary>Id of a component; empty for all.</summary>
    public string? Onderdeel { get; set; }

    /// <summary>Words that must all occur.</summary>
    public string? Zoek { get; set; }
}

/// <summary>The measures that can be added to the plan of a task, with what each would bring, the largest effect first.</summary>
/// <param name="Task">The task.</param>
/// <param name="Forecast">The plan of the task as it stands.</param>
/// <param name="Found">The measures that were looked for.</param>
public sealed record AddView(PublicTask Task, PlanForecast Forecast, IReadOnlyList<AddedForecast> Found)
{
    /// <summary>What can be added to a task; the first task when none is named.</summary>
    public static AddView Of(CaseReport report, AddFilter filter)
    {
        var task = report.Case.Answers.Tasks.FirstOrDefault(candidate => candidate.Id == filter.Taak) ?? report.Case.Answers.Tasks[0];
        var (basis, chosen) = (report.Run.BasisOf(task), PlanView.CountedOf(report, task.Id));
        var inPlan = report.Measures.Where(row => row.TaskKey == task.Id).Select(row => row.MeasureId).ToHashSet();
        var found = PlanForecast.Adding(basis, chosen, report.Case.Measures.Value.Measures)
            .Where(added => !inPlan.Contains(added.Measure.Id) && Matches(added.Measure, filter))
            .OrderBy(added => added.Class).ThenBy(added => Math.Round(added.ResidualHigh ?? 0, 12)).ThenBy(added => added.Measure.Effort).ThenBy(added => added.Measure.Id, StringComparer.Ordinal);
        return new(task, PlanForecast.Of(basis, chosen), [.. found]);
    }

    /// <summary>The components of the scored part and of the part that is asked once for the body.</summary>
    public static IEnumerable<InstrumentComponent> PartsOf(Instrument instrument) => instrument.Components.Concat(instrument.CrossCutting).DistinctBy(part => part.Id);

    private static bool Matches(Measure measure, AddFilter filter)
    {
        var text = $"{measure.Id} {measure.Title.Nl} {measure.Description.Goal.Nl} {measure.Title.Shown()} {measure.Description.Goal.Shown()}";
        return (string.IsNullOrEmpty(filter.Onderdeel) || measure.ComponentId == filter.Onderdeel)
            && (filter.Zoek ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.CurrentCultureIgnoreCase));
    }
}
