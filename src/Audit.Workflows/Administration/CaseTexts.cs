using Audit.Data.Database;

namespace Audit.Workflows.Administration;

/// <summary>Where people write about a case, and what of it goes when its period is over. docs/retention.md says the same for every column of the database, with the reason; a test holds them equal.</summary>
internal static class CaseTexts
{
    /// <summary>Answers and what they were before.</summary>
    public static IReadOnlyList<ErasedTexts> OfAnswers { get; } =
    [
        ErasedTexts.Of((db, id) => db.Answers.Where(row => row.AssessmentId == id), nameof(AnswerRow.Motivation), nameof(AnswerRow.PublicSource)),
        ErasedTexts.Of((db, id) => db.AnswerRevisions.Where(revision => db.Answers.Any(row => row.Id == revision.AnswerId && row.AssessmentId == id)), nameof(AnswerRevisionRow.Motivation), nameof(AnswerRevisionRow.PublicSource)),
    ];

    /// <summary>What was said, noted, decided and planned.</summary>
    public static IReadOnlyList<ErasedTexts> OfWork { get; } =
    [
        ErasedTexts.Of((db, id) => db.PublicTasks.Where(row => row.AssessmentId == id), nameof(PublicTaskRow.Reason), nameof(PublicTaskRow.DropReason)),
        ErasedTexts.Of((db, id) => db.Comments.Where(row => row.AssessmentId == id), nameof(CommentRow.Text)),
        ErasedTexts.Of((db, id) => db.StepNotes.Where(row => row.AssessmentId == id), nameof(StepNoteRow.Text), nameof(StepNoteRow.Decisions)),
        ErasedTexts.Of((db, id) => db.ResearchItems.Where(row => row.AssessmentId == id),
            nameof(ResearchItemRow.Question), nameof(ResearchItemRow.InformationNeeded), nameof(ResearchItemRow.InformationSource), nameof(ResearchItemRow.Finding)),
        ErasedTexts.Of((db, id) => db.Delegations.Where(row => row.AssessmentId == id), nameof(DelegationRow.Reason)),
        .. OfReview(),
        .. OfRisks(),
        .. OfActions(),
    ];

    /// <summary>Suspicions and how they were handled.</summary>
    public static IReadOnlyList<ErasedTexts> OfSuspicions { get; } =
    [
        ErasedTexts.Of((db, id) => db.Suspicions.Where(row => row.AssessmentId == id), nameof(SuspicionRow.Text)),
        ErasedTexts.Of((db, id) => db.SuspicionEntries.Where(entry => db.Suspicions.Any(row => row.Id == entry.SuspicionId && row.AssessmentId == id)),
            nameof(SuspicionEntryRow.Text), nameof(SuspicionEntryRow.Decision), nameof(SuspicionEntryRow.Informed)),
    ];

    private static IEnumerable<ErasedTexts> OfReview() =>
    [
        ErasedTexts.Of((db, id) => db.Decisions.Where(row => row.AssessmentId == id), nameof(DecisionRow.Motivation)),
        ErasedTexts.Of((db, id) => db.Ratings.Where(rating => db.RatingRounds.Any(row => row.Id == rating.RoundId && row.AssessmentId == id)), nameof(RatingRow.Motivation), nameof(RatingRow.DecisionReason)),
        ErasedTexts.Of((db, id) => db.ReviewItems.Where(row => row.AssessmentId == id), nameof(ReviewItemRow.Text)),
        ErasedTexts.Of((db, id) => db.ReviewEntries.Where(entry => db.ReviewItems.Any(row => row.Id == entry.ItemId && row.AssessmentId == id)), nameof(ReviewEntryRow.Text)),
        ErasedTexts.Of((db, id) => db.ClassOverrides.Where(row => row.AssessmentId == id), nameof(ClassOverrideRow.Reason)),
        ErasedTexts.Of((db, id) => db.SignOffs.Where(row => row.AssessmentId == id), nameof(SignOffRow.Statement), nameof(SignOffRow.ContentJson), nameof(SignOffRow.WithdrawReason)),
        ErasedTexts.Of((db, id) => db.GateLiftings.Where(row => row.AssessmentId == id), nameof(GateLiftingRow.Reason), nameof(GateLiftingRow.WithdrawReason)),
    ];

    private static IEnumerable<ErasedTexts> OfRisks() =>
    [
        ErasedTexts.Of((db, id) => db.Risks.Where(row => row.AssessmentId == id), nameof(RiskRow.Title), nameof(RiskRow.Cause), nameof(RiskRow.Consequence), nameof(RiskRow.DropReason)),
        ErasedTexts.Of((db, id) => db.RiskJudgements.Where(judgement => db.Risks.Any(row => row.Id == judgement.RiskId && row.AssessmentId == id)),
            nameof(RiskJudgementRow.LikelihoodMotivation), nameof(RiskJudgementRow.ImpactMotivation), nameof(RiskJudgementRow.LevelMotivation)),
        ErasedTexts.Of((db, id) => db.RiskAcceptances.Where(acceptance => db.Risks.Any(row => row.Id == acceptance.RiskId && row.AssessmentId == id)), nameof(RiskAcceptanceRow.Reason), nameof(RiskAcceptanceRow.WithdrawReason)),
    ];

    private static IEnumerable<ErasedTexts> OfActions() =>
    [
        ErasedTexts.Of(Actions,
            nameof(PlannedMeasureRow.Risk), nameof(PlannedMeasureRow.Why), nameof(PlannedMeasureRow.TargetGroup), nameof(PlannedMeasureRow.Accountable), nameof(PlannedMeasureRow.Responsible),
            nameof(PlannedMeasureRow.Evaluator), nameof(PlannedMeasureRow.Evidence), nameof(PlannedMeasureRow.Remark), nameof(PlannedMeasureRow.OwnerEmail)),
        ErasedTexts.Of((db, id) => db.ActionNotes.Where(note => Actions(db, id).Any(row => row.Id == note.ActionId)), nameof(ActionNoteRow.Text), nameof(ActionNoteRow.Place)),
        ErasedTexts.Of((db, id) => db.EffectMeasurements.Where(measured => Actions(db, id).Any(row => row.Id == measured.ActionId)), nameof(EffectMeasurementRow.Motivation), nameof(EffectMeasurementRow.Place)),
        ErasedTexts.Of((db, id) => db.ActionClosures.Where(closure => Actions(db, id).Any(row => row.Id == closure.ActionId)), nameof(ActionClosureRow.Statement), nameof(ActionClosureRow.ReopenReason)),
    ];

    private static IQueryable<PlannedMeasureRow> Actions(AuditContext db, Guid id) => db.PlannedMeasures.Where(action => db.Plans.Any(row => row.Id == action.PlanId && row.AssessmentId == id));
}
