using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Keys, lengths and relations of long work.</summary>
internal static class JobSchema
{
    public static void Configure(ModelBuilder builder) => builder.Entity<JobRow>(job =>
    {
        job.ToTable("Jobs");
        job.Property(row => row.Kind).HasMaxLength(Schema.KeyLength);
        job.Property(row => row.Outcome).HasMaxLength(Schema.TextLength);
        job.Property(row => row.ResultName).HasMaxLength(Schema.NameLength);
        job.Property(row => row.ResultPath).HasMaxLength(Schema.TextLength);
        job.Property(row => row.Version).IsConcurrencyToken();
        job.HasIndex(row => new { row.State, row.MadeUtc });
        job.HasOne<BodyRow>().WithMany().HasForeignKey(row => row.BodyId);
        job.HasOne<AssessmentRow>().WithMany().HasForeignKey(row => row.AssessmentId);
        job.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
    });
}
