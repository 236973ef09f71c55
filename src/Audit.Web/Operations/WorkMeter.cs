using System.Diagnostics.Metrics;

namespace Audit.Web.Operations;

/// <summary>What waits, in numbers that name nobody.</summary>
/// <remarks>The names are in docs/operations.md.</remarks>
public sealed class WorkMeter : IDisposable
{
    public const string Name = "Audit";

    private readonly Meter meter = new(Name);
    private readonly ObservableGauge<long> jobs;

    public WorkMeter()
    {
        jobs = meter.CreateObservableGauge("audit.jobs.waiting", () => Backlog.Jobs, "{job}", "Long work that waits for a node");
        meter.CreateObservableGauge("audit.jobs.oldest", () => Backlog.OldestJob.TotalSeconds, "s", "How long the oldest of it has been waiting");
        meter.CreateObservableGauge("audit.mails.waiting", () => Backlog.Mails, "{mail}", "E-mails that wait");
        meter.CreateObservableGauge("audit.mails.given_up", () => Backlog.MailsGivenUp, "{mail}", "E-mails that were given up");
        meter.CreateObservableGauge("audit.timers.overdue", () => Backlog.Timers, "{timer}", "Moments of processes that have passed and wait for a node");
    }

    /// <summary>What waits, as it was counted last.</summary>
    public Backlog Backlog { get; set; } = new();

    /// <summary>Whether somebody asks for what waits.</summary>
    public bool IsWatched => jobs.Enabled;

    public void Dispose() => meter.Dispose();
}
