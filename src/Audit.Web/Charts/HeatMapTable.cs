using Audit.Core.Scoring;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Audit.Web.Charts;

/// <summary>The table beside the map of likelihood and severity.</summary>
internal sealed class HeatMapTable(RiskMatrix matrix)
{
    /// <summary>Where a task is, in words.</summary>
    public static string PlaceOf(HeatMapTask task) => task.Likelihood is { } likelihood
        ? Tr($"kans {DutchText.Levels(likelihood)}, ernst {DutchText.Levels(task.Severity)}, {DutchText.Classes(task.Class).ToLowerInvariant()}")
        : Tr($"kans niet te berekenen, ernst {DutchText.Levels(task.Severity)}");

    public TagBuilder Of(string id, IReadOnlyList<HeatMapTask> tasks)
    {
        var table = new ChartTable(
            id, Tr($"Kans, ernst en klasse per taak"), new(Tr($"Taak")), new(Tr($"Kans (1 tot 4)"), true), new(Tr($"Ernst (1 tot 4)"), true), new(Tr($"Klasse waarmee wij werken")));
        foreach (var task in tasks)
        {
            table.Add(
                new ChartCell($"{task.Number}. {task.Name}", task.Href),
                task.Likelihood is { } likelihood ? DutchText.Levels(likelihood) : Tr($"niet te berekenen"),
                DutchText.Levels(task.Severity),
                ClassOf(task));
        }

        return table.Build();
    }

    /// <summary>The class with why it is another one than that of its cell.</summary>
    private string ClassOf(HeatMapTask task)
    {
        var word = DutchText.Class(task.Class.Working);
        var range = task.Class.Low == task.Class.High ? word : Tr($"{word} (mogelijk {DutchText.Classes(task.Class).ToLowerInvariant()})");
        var isLifted = task.Likelihood is { } likelihood && task.Class.Working > matrix.ClassOf(likelihood.High, task.Severity.High);
        return isLifted ? Tr($"{range}; door een drempelregel hoger dan het vak op de kaart") : range;
    }
}
