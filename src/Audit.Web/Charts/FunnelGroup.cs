using Audit.Core.Outcomes;

namespace Audit.Web.Charts;

/// <summary>How many cases of a group came as far as each step of a process: aggregates, never persons.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Counts">Per step, in the order of the steps; each step is a part of the one before.</param>
public sealed record FunnelGroup(string Name, IReadOnlyList<int> Counts)
{
    /// <summary>The counts as an audience may see them. A count is also held back when it could be told from the last one that is shown.</summary>
    public IReadOnlyList<FunnelCell> CellsFor(CountAudience audience)
    {
        var cells = new List<FunnelCell>();
        for (var step = 0; step < Counts.Count; step++)
        {
            var shown = IsShown(step, LastShown(cells), audience);
            cells.Add(new(shown ? Counts[step] : null, shown ? RateOf(step, cells) : null));
        }

        return cells;
    }

    private bool IsShown(int step, int? lastShown, CountAudience audience)
    {
        var count = Counts[step];
        if (step == 0)
        {
            return audience == CountAudience.Makers || count >= CellSuppression.UsualMinimum;
        }

        return IsShownOf(count, Counts[step - 1], audience) && (lastShown is not { } last || IsShownOf(count, last, audience));
    }

    private static bool IsShownOf(int count, int total, CountAudience audience) => total > 0 && count <= total
        ? CellSuppression.Shown(new Proportion(count, total), audience) is not null
        : audience == CountAudience.Makers;

    private static int? LastShown(List<FunnelCell> cells) => cells.LastOrDefault(cell => cell.Count is not null)?.Count;

    /// <summary>Share of the step before; null when that is not shown, is nothing, or is smaller.</summary>
    private double? RateOf(int step, List<FunnelCell> cells) =>
        step > 0 && cells[step - 1].Count is > 0 and var before && Counts[step] <= before ? (double)Counts[step] / before : null;
}

/// <summary>One step of a group.</summary>
/// <param name="Count">Cases; null = held back because it is too small to show.</param>
/// <param name="Rate">Share of the step before, in [0, 1]; null when it cannot be shown.</param>
public sealed record FunnelCell(int? Count, double? Rate)
{
    /// <summary>The count in words.</summary>
    public string Words => Count is { } count ? DutchText.Count(count) : Tr($"onderdrukt");
}
