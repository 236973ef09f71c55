using System.Linq.Expressions;
using Audit.Data.Database;

namespace Audit.Workflows.Mail;

/// <summary>When an e-mail is tried, and when it is given up.</summary>
public static class MailAttempts
{
    /// <summary>The last wait is long enough for a mail server that is mended the next morning.</summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>No wait is as long: a later moment was written before the clock was set back, and has come.</summary>
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(1);

    /// <summary>How often an e-mail is tried.</summary>
    public static int Most => Waits.Length + 1;

    /// <summary>How long the sender has for one e-mail; after that, another node may try it.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The wait after a number of attempts that failed, of 1 or more; none when it is given up.</summary>
    public static TimeSpan WaitAfter(int attempts) => attempts < Most ? Waits[attempts - 1] : TimeSpan.Zero;

    /// <summary>Whether an e-mail may be tried at a moment.</summary>
    public static Expression<Func<MailRow, bool>> IsDue(DateTime nowUtc)
    {
        var (most, ahead) = (Most, nowUtc + FurthestAhead);
        return row => row.SentUtc == null && row.Attempts < most && (row.DueUtc <= nowUtc || row.DueUtc > ahead);
    }

    /// <summary>Whether an e-mail was given up: its attempts are used, and no node is still busy with the last one.</summary>
    public static Expression<Func<MailRow, bool>> IsGivenUp(DateTime nowUtc)
    {
        var (most, ahead) = (Most, nowUtc + FurthestAhead);
        return row => row.SentUtc == null && row.Attempts >= most && (row.DueUtc <= nowUtc || row.DueUtc > ahead);
    }

    /// <summary>Whether an e-mail is still to be sent by itself.</summary>
    public static Expression<Func<MailRow, bool>> IsWaiting(DateTime nowUtc)
    {
        var (most, ahead) = (Most, nowUtc + FurthestAhead);
        return row => row.SentUtc == null && (row.Attempts < most || (row.DueUtc > nowUtc && row.DueUtc <= ahead));
    }
}
