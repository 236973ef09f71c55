using Audit.Data.Database;

namespace Audit.Workflows.Administration;

/// <summary>How long what people wrote is kept; 0 keeps it for ever.</summary>
/// <param name="CaseDays">Days after a case was adopted and finished, withdrawn or archived.</param>
/// <param name="MailDays">Days after an e-mail was sent.</param>
public sealed record RetentionPeriods(int CaseDays, int MailDays)
{
    /// <summary>The periods of the settings CaseDays and MailDays.</summary>
    public static RetentionPeriods Of(Func<string, int?> setting) => new(Math.Max(0, setting(nameof(CaseDays)) ?? 0), Math.Max(0, setting(nameof(MailDays)) ?? 0));

    /// <summary>Cases whose period is over and that still hold what people wrote.</summary>
    public IQueryable<AssessmentRow> CasesOver(AuditContext db, DateTime nowUtc)
    {
        var before = nowUtc.AddDays(-CaseDays);
        return db.Assessments.Where(row => CaseDays > 0 && row.ErasedUtc == null
            && (row.WithdrawnUtc < before || row.ArchivedUtc < before || (row.AdoptedUtc < before && row.Status == AssessmentStatus.Finished)));
    }

    /// <summary>E-mails whose period is over and that still have their text.</summary>
    public IQueryable<MailRow> MailsOver(AuditContext db, DateTime nowUtc)
    {
        var before = nowUtc.AddDays(-MailDays);
        return db.Mails.Where(row => MailDays > 0 && row.SentUtc < before && row.Text != string.Empty);
    }
}

/// <summary>What goes at the next round, or went.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="AssessmentId">The case; null for e-mails.</param>
/// <param name="Name">Name of the case; empty for e-mails.</param>
/// <param name="Counts">How many texts of each kind.</param>
public sealed record RetentionItem(Guid BodyId, Guid? AssessmentId, string Name, RetentionCounts Counts);

/// <summary>Numbers of things with texts or files.</summary>
/// <param name="Answers">Answers and earlier versions of them.</param>
/// <param name="Comments">Everything else that people wrote: comments, notes, reasons, risks, actions.</param>
/// <param name="Attachments">Files.</param>
/// <param name="Mails">E-mails.</param>
/// <param name="Files">Workbooks that went out or came in, and files made in the background.</param>
/// <param name="TrailRecords">Records of the trail with values.</param>
public sealed record RetentionCounts(int Answers, int Comments, int Attachments, int Mails, int Files, int TrailRecords);
