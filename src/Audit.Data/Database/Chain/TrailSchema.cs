using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database.Chain;

/// <summary>Tables of the trail. Nothing in it refers to other tables: it outlives what it is about.</summary>
internal static class TrailSchema
{
    private const int KeyIdLength = 16;
    private const int HashLength = 32;

    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<TrailRow>(trail =>
        {
            trail.ToTable("Trail");
            trail.SplitToTable("TrailValues", values =>
            {
                values.Property(row => row.Before);
                values.Property(row => row.After);
                values.Property(row => row.Reason);
                values.Property(row => row.ErasedUtc);
            });
            trail.Property(row => row.Event).HasMaxLength(Schema.KeyLength);
            trail.Property(row => row.Subject).HasMaxLength(Schema.NameLength);
            trail.Property(row => row.KeyId).HasMaxLength(KeyIdLength);
            trail.Property(row => row.Seal).HasMaxLength(HashLength);
            trail.Property(row => row.BeforeHash).HasMaxLength(HashLength);
            trail.Property(row => row.AfterHash).HasMaxLength(HashLength);
            trail.Property(row => row.ReasonHash).HasMaxLength(HashLength);
            trail.HasIndex(row => new { row.AssessmentId, row.Id });
            trail.HasIndex(row => new { row.BodyId, row.Sequence }).IsUnique();
        });
        builder.Entity<TrailHeadRow>(head =>
        {
            head.ToTable("TrailHeads");
            head.HasKey(row => row.BodyId);
            head.Property(row => row.BodyId).ValueGeneratedNever();
            head.Property(row => row.Sequence).IsConcurrencyToken();
            head.Property(row => row.Seal).HasMaxLength(HashLength);
            head.Property(row => row.KeyId).HasMaxLength(KeyIdLength);
        });
        builder.Entity<TrailCheckRow>(check =>
        {
            check.ToTable("TrailChecks");
            check.HasIndex(row => new { row.BodyId, row.CheckedUtc });
        });
    }
}
