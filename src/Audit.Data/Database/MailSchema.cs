using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Keys, lengths and relations of e-mails and calendar feeds.</summary>
internal static class MailSchema
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<MailRow>(mail =>
        {
            mail.ToTable("Mails");
            mail.Property(row => row.Key).HasMaxLength(Schema.NameLength);
            mail.Property(row => row.Recipient).HasMaxLength(Schema.NameLength);
            mail.Property(row => row.Subject).HasMaxLength(Schema.NameLength);
            mail.Property(row => row.AttachmentName).HasMaxLength(Schema.NameLength);
            mail.Property(row => row.Failure).HasMaxLength(Schema.TextLength);
            mail.Property(row => row.Version).IsConcurrencyToken();
            mail.HasIndex(row => row.Key).IsUnique();
            mail.HasIndex(row => new { row.SentUtc, row.DueUtc });
            mail.HasOne<BodyRow>().WithMany().HasForeignKey(row => row.BodyId);
            mail.HasOne<AssessmentRow>().WithMany().HasForeignKey(row => row.AssessmentId);
        });
        builder.Entity<CalendarFeedRow>(feed =>
        {
            feed.ToTable("CalendarFeeds");
            feed.Property(row => row.Sha256).HasMaxLength(64);
            feed.HasIndex(row => row.Sha256).IsUnique();
            feed.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
        });
    }
}
