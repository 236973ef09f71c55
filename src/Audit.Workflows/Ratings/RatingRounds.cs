using Audit.Core.Review;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Ratings;

/// <summary>A round that an auditor wants to begin.</summary>
/// <param name="Id">Made when its form was shown: a form that is sent twice begins one round.</param>
/// <param name="IsQuickScan">Whether the case asks only the questions of the quick scan.</param>
public sealed record NewRound(Guid Id, bool IsQuickScan)
{
    /// <summary>Seed of the draw; null when the questions were chosen by hand.</summary>
    public int? Seed { get; init; }

    /// <summary>How many are drawn.</summary>
    public int Size { get; init; }

    /// <summary>The questions that were chosen by hand.</summary>
    public IReadOnlySet<RatingPlace> Chosen { get; init; } = new HashSet<RatingPlace>();
}

/// <summary>Rounds in which an auditor rates questions before seeing what the team answered. Every method works inside the caller's transaction.</summary>
public static class RatingRounds
{
    /// <summary>Why nothing can be drawn or chosen.</summary>
    public static string NothingLeft => Tr($"Alle vragen die van toepassing zijn, zaten al in een ronde van u.");

    /// <summary>Why a second round has to wait.</summary>
    public static string AlreadyOpen => Tr($"U hebt in deze doorlichting al een ronde open. Lever die eerst in.");

    /// <summary>The round that an auditor has not handed in yet; null when there is none.</summary>
    public static Task<RatingRoundRow?> OpenAsync(AuditContext db, Guid assessmentId, Guid userId) =>
        db.RatingRounds.FirstOrDefaultAsync(row => row.AssessmentId == assessmentId && row.AuditorId == userId && row.RevealedUtc == null);

    /// <summary>The questions of a case that apply and that were in no earlier round of this auditor.</summary>
    public static async Task<IReadOnlyList<RatingPlace>> PoolAsync(AuditContext db, Case current, bool isQuickScan, Actor auditor)
    {
        var (caseId, userId) = (current.Row.Id, auditor.UserId);
        var earlier = (await (
            from rating in db.Ratings
            join round in db.RatingRounds on rating.RoundId equals round.Id
            where round.AssessmentId == caseId && round.AuditorId == userId
            select new { rating.TaskKey, rating.QuestionId }).ToListAsync()).Select(row => (row.TaskKey, row.QuestionId)).ToHashSet();
        var instrument = current.Instrument.Value;
        var quick = instrument.AllQuestions.Where(question => question.QuickScan).Select(question => question.Id).ToHashSet();
        var model = new ScoringModel(instrument, (ComputedProfile)current.Profile.Value);
        return
        [
            .. RatingSample.Applicable(model, current.Answers, current.ReferenceDate(auditor.NowUtc))
                .Where(place => !earlier.Contains((place.TaskKey, place.QuestionId)))
                .Where(place => !isQuickScan || (place.TaskKey.Length > 0 && quick.Contains(place.QuestionId))),
        ];
    }

    /// <summary>Begins a round.</summary>
    /// <returns>Why it was not begun, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> BeginAsync(AuditContext db, Case current, NewRound input, Actor auditor)
    {
        var (caseId, userId) = (current.Row.Id, auditor.UserId!.Value);
        if (await db.RatingRounds.SingleOrDefaultAsync(row => row.Id == input.Id) is { } known)
        {
            return known.AssessmentId == caseId && known.AuditorId == userId ? null : Tr($"Dit formulier hoort bij een andere ronde. Open de bladzijde opnieuw.");
        }

        if (await OpenAsync(db, caseId, userId) is not null)
        {
            return AlreadyOpen;
        }

        var pool = await PoolAsync(db, current, input.IsQuickScan, auditor);
        var (places, refusal) = Sample(pool, input);
        if (refusal is null)
        {
            await AddAsync(db, current, (input, places), auditor);
        }

        return refusal;
    }

    private static (IReadOnlyList<RatingPlace> Places, string? Refusal) Sample(IReadOnlyList<RatingPlace> pool, NewRound input)
    {
        if (pool.Count == 0)
        {
            return ([], NothingLeft);
        }

        if (input.Seed is not { } seed)
        {
            var chosen = pool.Where(input.Chosen.Contains).ToList();
            return (chosen, chosen.Count == 0 ? Tr($"Kies minstens één vraag.") : null);
        }

        return input.Size >= 1 && input.Size <= pool.Count
            ? (RatingSample.Draw(pool, input.Size, seed), null)
            : ([], Tr($"Kies een getal van 1 tot en met {pool.Count}: meer vragen zijn er nu niet."));
    }

    private static async Task AddAsync(AuditContext db, Case current, (NewRound Input, IReadOnlyList<RatingPlace> Places) begun, Actor auditor)
    {
        var (caseId, userId) = (current.Row.Id, auditor.UserId!.Value);
        var earlier = await db.RatingRounds.Where(row => row.AssessmentId == caseId).MaxAsync(row => (int?)row.Sequence) ?? 0;
        var round = new RatingRoundRow
        {
            Id = begun.Input.Id,
            AssessmentId = caseId,
            AuditorId = userId,
            Sequence = earlier + 1,
            Seed = begun.Input.Seed,
            BegunUtc = auditor.NowUtc,
            SeenBefore = await AnswerSights.FirstAsync(db, caseId, userId) is not null,
            Version = Guid.NewGuid(),
        };
        db.RatingRounds.Add(round);
        db.Ratings.AddRange(begun.Places.Select((place, position) => new RatingRow
        {
            Id = Guid.CreateVersion7(),
            RoundId = round.Id,
            TaskKey = place.TaskKey,
            QuestionId = place.QuestionId,
            Position = position,
            Version = Guid.NewGuid(),
        }));
        var after = $"{begun.Places.Count} vragen, {(round.Seed is { } seed ? $"geloot met startgetal {seed}" : "met de hand gekozen")}{(round.SeenBefore ? ", niet blind" : string.Empty)}: {string.Join(", ", begun.Places.Select(NameOf))}";
        new CaseTrail(current.Row.BodyId, caseId).Add(db, auditor, "rating.begun", $"{round.Id}/ronde-{round.Sequence}", after);
        await db.SaveChangesAsync();
    }

    private static string NameOf(RatingPlace place) => place.TaskKey.Length == 0 ? place.QuestionId : $"{place.TaskKey}/{place.QuestionId}";
}
