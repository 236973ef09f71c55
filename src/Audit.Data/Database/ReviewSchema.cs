using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Keys, lengths and relations of what reviewers and jurists write.</summary>
internal static class ReviewSchema
{
    public static void Configure(ModelBuilder builder)
    {
        ConfigureRatings(builder);
        builder.Entity<ReviewItemRow>(item =>
        {
            Schema.OfAssessment(item, "ReviewItems");
            item.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            item.Property(row => row.QuestionId).HasMaxLength(Schema.KeyLength);
            item.Property(row => row.ComponentId).HasMaxLength(Schema.KeyLength);
            item.Property(row => row.Text).HasMaxLength(Schema.TextLength);
            item.Property(row => row.Version).IsConcurrencyToken();
        });
        builder.Entity<ReviewEntryRow>(entry =>
        {
            entry.ToTable("ReviewEntries");
            entry.Property(row => row.Text).HasMaxLength(Schema.TextLength);
            entry.HasOne<ReviewItemRow>().WithMany().HasForeignKey(row => row.ItemId);
        });
        builder.Entity<ClassOverrideRow>(decision =>
        {
            Schema.OfAssessment(decision, "ClassOverrides");
            decision.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            decision.Property(row => row.Reason).HasMaxLength(Schema.TextLength);
            decision.HasIndex(row => new { row.AssessmentId, row.TaskKey, row.Sequence }).IsUnique();
        });
        builder.Entity<SignOffRow>(signature =>
        {
            Schema.OfAssessment(signature, "SignOffs");
            signature.Property(row => row.Statement).HasMaxLength(Schema.TextLength);
            signature.Property(row => row.Sha256).HasMaxLength(64);
            signature.Property(row => row.WithdrawReason).HasMaxLength(Schema.TextLength);
            signature.Property(row => row.Version).IsConcurrencyToken();
        });
        builder.Entity<GateLiftingRow>(lifting =>
        {
            Schema.OfAssessment(lifting, "GateLiftings");
            lifting.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            lifting.Property(row => row.GateId).HasMaxLength(Schema.KeyLength);
            lifting.Property(row => row.Reason).HasMaxLength(Schema.TextLength);
            lifting.Property(row => row.LegalSource).HasMaxLength(Schema.TextLength);
            lifting.Property(row => row.WithdrawReason).HasMaxLength(Schema.TextLength);
            lifting.Property(row => row.Version).IsConcurrencyToken();
        });
    }

    private static void ConfigureRatings(ModelBuilder builder)
    {
        builder.Entity<RatingRoundRow>(round =>
        {
            Schema.OfAssessment(round, "RatingRounds");
            round.Property(row => row.Version).IsConcurrencyToken();
            round.HasIndex(row => new { row.AssessmentId, row.Sequence }).IsUnique();
        });
        builder.Entity<RatingRow>(rating =>
        {
            rating.ToTable("Ratings");
            rating.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            rating.Property(row => row.QuestionId).HasMaxLength(Schema.KeyLength);
            rating.Property(row => row.Value).HasMaxLength(Schema.KeyLength);
            rating.Property(row => row.Motivation).HasMaxLength(Schema.TextLength);
            rating.Property(row => row.TeamValue).HasMaxLength(Schema.KeyLength);
            rating.Property(row => row.DecidedValue).HasMaxLength(Schema.KeyLength);
            rating.Property(row => row.DecisionReason).HasMaxLength(Schema.TextLength);
            rating.Property(row => row.Version).IsConcurrencyToken();
            rating.HasOne<RatingRoundRow>().WithMany().HasForeignKey(row => row.RoundId);
            rating.HasIndex(row => new { row.RoundId, row.TaskKey, row.QuestionId }).IsUnique();
        });
        builder.Entity<AnswerSightRow>(sight =>
        {
            Schema.OfAssessment(sight, "AnswerSights");
            sight.HasKey(row => new { row.AssessmentId, row.UserId });
        });
        builder.Entity<KeeperSuggestionRow>(suggestion =>
        {
            Schema.OfAssessment(suggestion, "KeeperSuggestions");
            suggestion.Property(row => row.QuestionId).HasMaxLength(Schema.KeyLength);
            suggestion.Property(row => row.Text).HasMaxLength(Schema.TextLength);
            suggestion.Property(row => row.Response).HasMaxLength(Schema.TextLength);
            suggestion.Property(row => row.Version).IsConcurrencyToken();
            suggestion.HasOne<BodyRow>().WithMany().HasForeignKey(row => row.BodyId);
            suggestion.HasOne<PublishedContentRow>().WithMany().HasForeignKey(row => row.InstrumentId);
        });
    }
}
