using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Keys, lengths and relations of comments, assigned questions, answers that were started, and attachments.</summary>
internal static class TeamSchema
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<CommentRow>(comment =>
        {
            comment.ToTable("Comments");
            comment.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            comment.Property(row => row.QuestionId).HasMaxLength(Schema.KeyLength);
            comment.Property(row => row.Text).HasMaxLength(Schema.TextLength);
            comment.Property(row => row.Version).IsConcurrencyToken();
            comment.HasIndex(row => new { row.AssessmentId, row.TaskKey, row.QuestionId });
            comment.HasOne<AssessmentRow>().WithMany().HasForeignKey(row => row.AssessmentId);
            comment.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
        });
        builder.Entity<MentionRow>(mention =>
        {
            mention.ToTable("Mentions");
            mention.HasKey(row => new { row.CommentId, row.UserId });
            mention.HasIndex(row => new { row.UserId, row.SeenUtc });
            mention.HasOne<CommentRow>().WithMany().HasForeignKey(row => row.CommentId);
            mention.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
        });
        builder.Entity<QuestionAssignmentRow>(assignment =>
        {
            assignment.ToTable("QuestionAssignments");
            assignment.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            assignment.Property(row => row.QuestionId).HasMaxLength(Schema.KeyLength);
            assignment.Property(row => row.Version).IsConcurrencyToken();
            assignment.HasIndex(row => new { row.AssessmentId, row.TaskKey, row.QuestionId }).IsUnique();
            assignment.HasIndex(row => row.UserId);
            assignment.HasOne<AssessmentRow>().WithMany().HasForeignKey(row => row.AssessmentId);
            assignment.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
            assignment.HasOne<UserRow>().WithMany().HasForeignKey(row => row.AssignedByUserId);
        });
        builder.Entity<StartedAnswerRow>(started =>
        {
            Schema.OfAssessment(started, "StartedAnswers");
            started.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            started.Property(row => row.QuestionId).HasMaxLength(Schema.KeyLength);
            started.Property(row => row.PublicSource).HasColumnName("Source");
            started.Property(row => row.Version).IsConcurrencyToken();
            started.HasIndex(row => new { row.AssessmentId, row.TaskKey, row.QuestionId }).IsUnique();
        });
        builder.Entity<AttachmentRow>(attachment =>
        {
            attachment.ToTable("Attachments");
            attachment.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            attachment.Property(row => row.QuestionId).HasMaxLength(Schema.KeyLength);
            attachment.Property(row => row.FileName).HasMaxLength(Schema.NameLength);
            attachment.Property(row => row.Kind).HasMaxLength(20);
            attachment.Property(row => row.Sha256).HasMaxLength(64);
            attachment.Property(row => row.RemovedReason).HasMaxLength(Schema.TextLength);
            attachment.Property(row => row.Version).IsConcurrencyToken();
            attachment.HasIndex(row => new { row.AssessmentId, row.TaskKey, row.QuestionId });
            attachment.HasOne<AssessmentRow>().WithMany().HasForeignKey(row => row.AssessmentId);
            attachment.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
        });
        builder.Entity<AttachmentContentRow>(content =>
        {
            content.ToTable("AttachmentContents");
            content.HasKey(row => row.AttachmentId);
            content.HasOne<AttachmentRow>().WithOne().HasForeignKey<AttachmentContentRow>(row => row.AttachmentId);
        });
    }
}
