using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Reviews;

/// <summary>A signature, beside the case as it stands now.</summary>
/// <param name="Row">As it was signed.</param>
/// <param name="By">Name of who signed.</param>
/// <param name="IsIntact">False when the stored text is not what its hash says.</param>
/// <param name="Changes">What is not as it was signed.</param>
public sealed record Signature(SignOffRow Row, string By, bool IsIntact, IReadOnlyList<ChangedFact> Changes)
{
    /// <summary>Whether it was not withdrawn.</summary>
    public bool Stands => Row.WithdrawnUtc is null;

    /// <summary>Whether the text was erased because the period of the case is over; its hash stays.</summary>
    public bool IsErased => Row.ContentJson == Administration.ErasedTexts.Gone;

    /// <summary>Whether what stands now is what was signed.</summary>
    public bool StillHolds => Stands && IsIntact && Changes.Count == 0 && !IsErased;
}

/// <summary>What can be signed in a case, and what was.</summary>
/// <param name="Facts">What would be signed now.</param>
/// <param name="Undecided">Names of tasks that no reviewer has agreed with yet.</param>
/// <param name="Signatures">Every signature, newest first.</param>
public sealed record SignOffs(SignedFacts Facts, IReadOnlyList<string> Undecided, IReadOnlyList<Signature> Signatures)
{
    /// <summary>Why a signature was not taken because something changed meanwhile.</summary>
    public static string Changed => Tr($"Er is intussen iets gewijzigd in wat u ondertekent. Bekijk het opnieuw en onderteken daarna.");

    /// <summary>Reads them.</summary>
    public static async Task<SignOffs> ReadAsync(AuditContext db, CaseReport report)
    {
        var caseId = report.Case.Row.Id;
        var decisions = await db.Decisions.Where(row => row.AssessmentId == caseId && row.TaskKey != "").OrderBy(row => row.DecidedUtc).ToListAsync();
        var facts = SignedFacts.Of(report, await ReviewItems.OfCaseAsync(db, caseId), decisions, await JudgedRisksAsync(db, caseId));
        var rows = await (
            from row in db.SignOffs
            join user in db.Users on row.UserId equals user.Id
            where row.AssessmentId == caseId
            orderby row.SignedUtc descending
            select new { Row = row, user.DisplayName }).ToListAsync();
        var undecided = report.Case.Tasks.Where(task => decisions.LastOrDefault(decision => decision.TaskKey == task.Key)?.Outcome != Outcomes.Approved);
        return new(facts, [.. undecided.Select(task => task.Name)], [.. rows.Select(row => SignatureOf(row.Row, row.DisplayName, facts))]);
    }

    /// <summary>The newest judgement of a reviewer on every risk that stands in the register, per stage.</summary>
    private static async Task<IReadOnlyList<JudgedRisk>> JudgedRisksAsync(AuditContext db, Guid caseId)
    {
        var judgements = await (
            from judgement in db.RiskJudgements
            join risk in db.Risks on judgement.RiskId equals risk.Id
            where risk.AssessmentId == caseId && risk.DroppedUtc == null && judgement.ByReviewer
            orderby risk.Number, judgement.Stage, judgement.Sequence
            select new { Risk = risk, Judgement = judgement }).ToListAsync();
        return [.. judgements.GroupBy(pair => (pair.Risk.Id, pair.Judgement.Stage)).Select(same => new JudgedRisk(same.Last().Risk, same.Last().Judgement))];
    }

    /// <summary>Signs what stands now.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="report">The case with its scores, read in this transaction.</param>
    /// <param name="signing">Row id made when the form was shown, the statement, and the hash of what was shown.</param>
    /// <param name="actor">Who signs.</param>
    /// <returns>Why it was not taken, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> SignAsync(AuditContext db, CaseReport report, (Guid Id, string Statement, string Seen) signing, Actor actor)
    {
        await CaseLock.TakeAsync(db, report.Case.Row.Id);
        var state = await ReadAsync(db, report);
        if (state.Signatures.Any(signature => signature.Row.Id == signing.Id))
        {
            return null;
        }

        if (state.RefusalFor(actor, signing.Seen) is { } refusal)
        {
            return refusal;
        }

        db.SignOffs.Add(new SignOffRow
        {
            Id = signing.Id,
            AssessmentId = report.Case.Row.Id,
            Statement = signing.Statement,
            Sha256 = state.Facts.Sha256,
            ContentJson = state.Facts.Json,
            UserId = actor.UserId!.Value,
            SignedUtc = actor.NowUtc,
            Version = Guid.NewGuid(),
        });
        new CaseTrail(report.Case.Row.BodyId, report.Case.Row.Id).Add(db, actor, "review.signed", signing.Id.ToString(), state.Facts.Sha256, signing.Statement);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Withdraws one's own signature; what was signed stays.</summary>
    /// <returns>Why it was not withdrawn, in Dutch; null when it was.</returns>
    public static async Task<string?> WithdrawAsync(AuditContext db, AssessmentRow current, (Guid Id, Guid Seen, string Reason) ending, Actor actor)
    {
        var row = await db.SignOffs.AsTracking().SingleOrDefaultAsync(candidate => candidate.Id == ending.Id && candidate.AssessmentId == current.Id);
        if (row is null || row.UserId != actor.UserId || row.WithdrawnUtc is not null || row.Version != ending.Seen)
        {
            // The same form sent twice is no reason to alarm anybody.
            return row?.UserId == actor.UserId && row?.WithdrawReason == ending.Reason ? null : Tr($"Deze ondertekening is niet van u, of is al ingetrokken. Er is niets gewijzigd.");
        }

        row.WithdrawnUtc = actor.NowUtc;
        row.WithdrawReason = ending.Reason;
        row.Version = Guid.NewGuid();
        new CaseTrail(current.BodyId, current.Id).Add(db, actor, "review.sign-off-withdrawn", row.Id.ToString(), (row.Sha256, null), ending.Reason);
        await db.SaveChangesAsync();
        return null;
    }

    private string? RefusalFor(Actor actor, string seen) =>
        Undecided.Count > 0 ? Tr($"Nog niet alle taken zijn akkoord: {string.Join(", ", Undecided)}.")
        : Signatures.Any(signature => signature.Stands && signature.Row.UserId == actor.UserId) ? Tr($"U hebt al ondertekend. Trek die ondertekening eerst in als u opnieuw wilt ondertekenen.")
        : seen != Facts.Sha256 ? Changed
        : null;

    private static Signature SignatureOf(SignOffRow row, string by, SignedFacts now) => row.ContentJson == Administration.ErasedTexts.Gone ? new(row, by, true, []) : new(
        row, by, Audit.Data.Templates.Documents.CanonicalJson.Hash(row.ContentJson) == row.Sha256, SignedFacts.Read(row.ContentJson).ChangesTo(now));
}
