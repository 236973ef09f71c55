using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Results;

/// <summary>A task beside how it was adopted in the round before.</summary>
/// <param name="Name">Name of the task.</param>
/// <param name="Before">Its score then, on what this round uses; null when it was not examined then.</param>
/// <param name="Now">Its score now; null when it is not examined any more.</param>
public sealed record RoundLine(string Name, TaskScore? Before, TaskScore? Now)
{
    /// <summary>How much the highest residual risk fell; null when either cannot be calculated.</summary>
    public double? Fall => Before?.Residual is { } before && Now?.Residual is { } now ? before.High - now.High : null;
}

/// <summary>The round before this one, for who was a member of it.</summary>
/// <param name="Name">Name of that round.</param>
/// <param name="IsRecalculated">Whether its answers were scored again, because that round used another question set or profile.</param>
/// <param name="Lines">Every task of either round.</param>
public sealed record EarlierRound(string Name, bool IsRecalculated, IReadOnlyList<RoundLine> Lines)
{
    /// <summary>Reads it; null when there is none, or when the user was no member of it.</summary>
    public static async Task<EarlierRound?> FindAsync(AuditContext db, ContentStore contents, Case current, Actor reader)
    {
        if (current.Row.PreviousId is null)
        {
            return null;
        }

        var rows = await RoundChain.RowsAsync(db, current.Row);
        var rounds = await RoundChain.ReadAsync(db, contents, [.. rows.TakeLast(2)], reader.UserId!.Value);
        if (rounds.FirstOrDefault(round => round.Row.Id == current.Row.PreviousId) is not { } previous)
        {
            return null;
        }

        var trends = await TaskTrend.OfAsync(db, [previous, current], reader.NowUtc);
        var lines = trends.Select(trend => new RoundLine(trend.Name, ScoreIn(trend, previous), ScoreIn(trend, current))).ToList();
        return new(previous.Row.Name, trends.Any(trend => trend.Points.Any(point => !point.IsComparable)), lines);
    }

    private static TaskScore? ScoreIn(TaskTrend trend, Case round) =>
        trend.Points.FirstOrDefault(point => point.Round.Row.Id == round.Row.Id && !point.IsMeasured) is { } point ? point.Rescored ?? point.Score : null;
}
