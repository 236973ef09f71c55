using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Keys, lengths and relations of the risk register.</summary>
internal static class RiskSchema
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<RiskRow>(risk =>
        {
            Schema.OfAssessment(risk, "Risks");
            risk.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            risk.Property(row => row.ComponentId).HasMaxLength(Schema.KeyLength);
            risk.Property(row => row.Title).HasMaxLength(Schema.NameLength);
            risk.Property(row => row.Cause).HasMaxLength(Schema.TextLength);
            risk.Property(row => row.Consequence).HasMaxLength(Schema.TextLength);
            risk.Property(row => row.DropReason).HasMaxLength(Schema.TextLength);
            risk.Property(row => row.Version).IsConcurrencyToken();
            risk.HasIndex(row => new { row.AssessmentId, row.Number }).IsUnique();
        });
        builder.Entity<RiskLinkRow>(link =>
        {
            link.ToTable("RiskLinks");
            link.HasKey(row => new { row.RiskId, row.Kind, row.Target });
            link.Property(row => row.Target).HasMaxLength(Schema.KeyLength);
            link.HasOne<RiskRow>().WithMany().HasForeignKey(row => row.RiskId);
        });
        builder.Entity<RiskJudgementRow>(judgement =>
        {
            judgement.ToTable("RiskJudgements");
            judgement.Property(row => row.LikelihoodMotivation).HasMaxLength(Schema.TextLength);
            judgement.Property(row => row.ImpactMotivation).HasMaxLength(Schema.TextLength);
            judgement.Property(row => row.LevelMotivation).HasMaxLength(Schema.TextLength);
            judgement.HasOne<RiskRow>().WithMany().HasForeignKey(row => row.RiskId);
            judgement.HasIndex(row => new { row.RiskId, row.Stage, row.ByReviewer, row.Sequence }).IsUnique();
        });
        builder.Entity<RiskAcceptanceRow>(acceptance =>
        {
            acceptance.ToTable("RiskAcceptances");
            acceptance.Property(row => row.Reason).HasMaxLength(Schema.TextLength);
            acceptance.Property(row => row.WithdrawReason).HasMaxLength(Schema.TextLength);
            acceptance.Property(row => row.Version).IsConcurrencyToken();
            acceptance.HasOne<RiskRow>().WithMany().HasForeignKey(row => row.RiskId);
        });
    }
}
