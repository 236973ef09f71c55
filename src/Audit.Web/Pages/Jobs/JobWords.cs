using Audit.Data.Database;
using Audit.Web.Jobs;

namespace Audit.Web.Pages.Jobs;

/// <summary>Words and addresses for long work.</summary>
public static class JobWords
{
    public const string Home = "/taken";

    public static string Link(Guid jobId) => $"{Home}/{jobId}";

    public static string FileLink(Guid jobId) => $"{Link(jobId)}/bestand";

    /// <summary>Page on which work about a case begins.</summary>
    public static string StartLink(Guid caseId) => $"/doorlichtingen/{caseId}/achtergrond";

    /// <summary>Where it is, in words.</summary>
    public static string StateOf(JobView job) => job.State switch
    {
        JobState.Waiting => Tr($"Wacht op zijn beurt"),
        JobState.Running when job.IsStopping => Tr($"Wordt gestopt"),
        JobState.Running when job.Total > 0 => Tr($"Bezig: {job.Done} van {job.Total}"),
        JobState.Running => Tr($"Bezig"),
        JobState.Done => Tr($"Klaar"),
        JobState.Failed => Tr($"Niet gelukt"),
        JobState.Cancelled => Tr($"Gestopt"),
    };

    /// <summary>Variant of the status badge.</summary>
    public static string BadgeOf(JobState state) => state switch
    {
        JobState.Waiting => "neutral",
        JobState.Running => "warning",
        JobState.Done => "success",
        JobState.Failed => "error",
        JobState.Cancelled => "inactive",
    };
}
