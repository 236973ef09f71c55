using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Web.Charts;

namespace Audit.Web.Pages.Results;

/// <summary>The result of all tasks of a case in a few plain sentences, made from their numbers.</summary>
public static class CaseSummary
{
    private const int MostDrivers = 3;

    public static IReadOnlyList<string> Of(IReadOnlyList<TaskView> tasks) => tasks.Count == 0
        ? []
        : [.. new[] { OfClasses(tasks), OfUnknown(tasks), OfGates(tasks), OfDrivers(tasks) }.OfType<string>()];

    private static string OfClasses(IReadOnlyList<TaskView> tasks)
    {
        if (tasks.Count == 1)
        {
            return Tr($"Eén taak is gescoord. De klasse waarmee wij werken: {ResultWords.Lower(tasks[0].Score.Class.Working)}.");
        }

        var counts = Enum.GetValues<RiskClass>().Reverse().Select(value => ((RiskClass?)value, Count: tasks.Count(task => task.Score.Class.Working == value)))
            .Append((null, tasks.Count(task => task.Score.Class.Working is null)))
            .Where(pair => pair.Item2 > 0)
            .Select(pair => $"{pair.Item2} {ResultWords.Lower(pair.Item1)}");
        return Tr($"{tasks.Count} taken zijn gescoord. De klassen waarmee wij werken: {PlainSummary.Joined([.. counts])}.");
    }

    private static string? OfUnknown(IReadOnlyList<TaskView> tasks)
    {
        var open = tasks.Count(task => task.Score.Class.Low != task.Score.Class.High);
        var shares = tasks.Select(task => task.Score.Completeness).OfType<double>().ToList();
        var answered = shares.Count == 0 ? null : Tr($"Van gemiddeld {DutchText.Percent(shares.Average())} van de vragen die meetellen is het antwoord bekend; ‘Weet ik niet’ telt als onbekend.");
        var range = open switch
        {
            0 => Tr($"Geen klasse hangt nog af van open antwoorden."),
            1 => Tr($"Bij één taak kan de klasse nog veranderen door open antwoorden; daar werken wij met de hoogste."),
            _ => Tr($"Bij {open} taken kan de klasse nog veranderen door open antwoorden; daar werken wij met de hoogste."),
        };
        return string.Join(' ', new[] { answered, range }.OfType<string>());
    }

    private static string OfGates(IReadOnlyList<TaskView> tasks)
    {
        var fired = Ids(tasks, Truth.True);
        var open = Ids(tasks, Truth.Open);
        var lifted = tasks.Count(task => task.ClassWithoutGates is { } without && without != task.Score.Class.Working);
        if (fired.Count + open.Count == 0)
        {
            return Tr($"Er is geen drempelregel geraakt en er hoeft er geen te worden onderzocht.");
        }

        var sentences = new[]
        {
            fired.Count == 0 ? null : Tr($"Geraakte drempelregels: {PlainSummary.Joined(fired)}."),
            open.Count == 0 ? null : Tr($"Nog te onderzoeken: {PlainSummary.Joined(open)}."),
            lifted == 0 ? null : Tr($"Aantal taken met een hogere klasse door een drempelregel: {lifted}."),
        };
        return string.Join(' ', sentences.OfType<string>());
    }

    /// <summary>Questions that raise the risk most, over all tasks together.</summary>
    private static string? OfDrivers(IReadOnlyList<TaskView> tasks)
    {
        var drivers = tasks.SelectMany(task => task.Score.Contributions.Where(part => part.Value > 0))
            .GroupBy(part => part.QuestionId)
            .OrderByDescending(same => same.Sum(part => part.Value)).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Take(MostDrivers)
            .Select(same => $"{same.Key} (‘{tasks[0].Question(same.Key).Text.Shown()}’)")
            .ToList();
        return drivers.Count == 0 ? null : Tr($"Deze vragen verhogen het risico over alle taken het meest: {PlainSummary.Joined(drivers)}.");
    }

    private static IReadOnlyList<string> Ids(IReadOnlyList<TaskView> tasks, Truth state) =>
        [.. tasks.SelectMany(task => task.Gates(state)).Select(result => result.Gate.Id).Distinct().Order(StringComparer.Ordinal)];
}
