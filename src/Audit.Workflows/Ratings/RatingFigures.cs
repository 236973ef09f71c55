using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Ratings;

/// <summary>Agreement between the team and its auditors, over all rounds of a case that were handed in.</summary>
/// <param name="Rounds">Those rounds, in the order in which they began.</param>
/// <param name="Ratings">The ratings of questions that the case still has.</param>
/// <param name="Items">One item per rating: first the team, then the auditor.</param>
public sealed record RatingFigures(IReadOnlyList<RatingRoundRow> Rounds, IReadOnlyList<RatingRow> Ratings, IReadOnlyList<RatedItem> Items)
{
    /// <summary>Number of ratings that the auditor did not give.</summary>
    public int NotRated => Ratings.Count(row => row.Value is null);

    /// <summary>Number of questions that the team had not answered at the moment of revealing, of those that the auditor rated.</summary>
    public int NotAnswered => Ratings.Count(row => row is { Value: not null, TeamValue: null });

    /// <summary>Number of pairs that do not count because one of both said "weet niet" or "n.v.t.".</summary>
    public int OffScale => Ratings.Count(row => row is { Value: not null, TeamValue: not null }) - Items.Count(item => item.IsRated);

    /// <summary>Reads the rounds of a case that were handed in.</summary>
    /// <param name="db">The database.</param>
    /// <param name="current">The case.</param>
    /// <param name="onlyBlind">Whether to leave out rounds that were not blind.</param>
    public static async Task<RatingFigures> OfAsync(AuditContext db, Case current, bool onlyBlind = false)
    {
        var caseId = current.Row.Id;
        var rounds = await db.RatingRounds
            .Where(row => row.AssessmentId == caseId && row.RevealedUtc != null && (!onlyBlind || !row.SeenBefore))
            .OrderBy(row => row.Sequence)
            .ToListAsync();
        var ids = rounds.ConvertAll(round => round.Id);
        var rows = await db.Ratings.Where(row => ids.Contains(row.RoundId)).ToListAsync();
        var order = rounds.ToDictionary(round => round.Id, round => round.Sequence);
        return Of(current, rounds, [.. rows.OrderBy(row => order[row.RoundId]).ThenBy(row => row.Position)]);
    }

    /// <summary>What the auditor's and the team's answer make of a rating.</summary>
    public static RatedItem ItemOf(Instrument instrument, Question question, RatingRow rating) => RatedItem.Of(
        instrument.ComponentOf(question.Id)?.Id ?? RatingPlace.Severity, question, [AnswerOf(rating.TeamValue), AnswerOf(rating.Value)]);

    private static RatingFigures Of(Case current, IReadOnlyList<RatingRoundRow> rounds, IReadOnlyList<RatingRow> rows)
    {
        var instrument = current.Instrument.Value;
        var questions = instrument.AllQuestions.ToDictionary(question => question.Id);
        var tasks = current.Tasks.Select(task => task.Key).Append(string.Empty).ToHashSet();
        RatingRow[] known = [.. rows.Where(row => questions.ContainsKey(row.QuestionId) && tasks.Contains(row.TaskKey))];
        return new(rounds, known, [.. known.Select(row => ItemOf(instrument, questions[row.QuestionId], row))]);
    }

    private static Answer? AnswerOf(string? value) => value is null ? null : new(value);
}
