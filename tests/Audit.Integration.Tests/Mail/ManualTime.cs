namespace Audit.Integration.Tests.Mail;

/// <summary>A clock that a test sets.</summary>
public sealed class ManualTime(DateTime utc) : TimeProvider
{
    public DateTime NowUtc { get; set; } = DateTime.SpecifyKind(utc, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(NowUtc);
}
