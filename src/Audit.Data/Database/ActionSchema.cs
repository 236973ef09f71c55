using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Audit.Data.Database;

/// <summary>Keys, lengths and relations of plans, their actions and the workbooks that carry them.</summary>
internal static class ActionSchema
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<PlanRow>(plan =>
        {
            Schema.OfAssessment(plan, "Plans");
            plan.HasIndex(row => new { row.AssessmentId, row.Sequence }).IsUnique();
        });
        builder.Entity<PlanTaskRow>(task =>
        {
            task.ToTable("PlanTasks");
            task.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            task.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PlanId);
        });
        builder.Entity<PlannedMeasureRow>(measure =>
        {
            measure.ToTable("PlannedMeasures");
            measure.Property(row => row.TaskKey).HasMaxLength(Schema.KeyLength);
            measure.Property(row => row.MeasureId).HasMaxLength(Schema.KeyLength);
            measure.Property(row => row.OwnerEmail).HasMaxLength(Schema.NameLength);
            measure.Property(row => row.Version).IsConcurrencyToken();
            measure.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PlanId);
            measure.HasOne<UserRow>().WithMany().HasForeignKey(row => row.OwnerId);
        });
        ConfigureCourse(builder);
        ConfigureWorkbooks(builder);
    }

    private static void ConfigureCourse(ModelBuilder builder)
    {
        builder.Entity<ActionDependencyRow>(dependency =>
        {
            dependency.ToTable("ActionDependencies");
            dependency.HasKey(row => new { row.ActionId, row.DependsOnId });
            dependency.HasOne<PlannedMeasureRow>().WithMany().HasForeignKey(row => row.ActionId);
            dependency.HasOne<PlannedMeasureRow>().WithMany().HasForeignKey(row => row.DependsOnId);
        });
        builder.Entity<ActionNoteRow>(note =>
        {
            OfAction(note, "ActionNotes");
            note.Property(row => row.Text).HasMaxLength(Schema.TextLength);
            note.Property(row => row.Place).HasMaxLength(Schema.TextLength);
            note.Property(row => row.Forum).HasMaxLength(Schema.NameLength);
        });
        builder.Entity<EffectMeasurementRow>(measurement =>
        {
            OfAction(measurement, "EffectMeasurements");
            measurement.Property(row => row.QuestionId).HasMaxLength(Schema.KeyLength);
            measurement.Property(row => row.Value).HasMaxLength(Schema.KeyLength);
            measurement.Property(row => row.Motivation).HasMaxLength(Schema.TextLength);
            measurement.Property(row => row.Place).HasMaxLength(Schema.TextLength);
        });
        builder.Entity<ActionClosureRow>(closure =>
        {
            OfAction(closure, "ActionClosures");
            closure.Property(row => row.Statement).HasMaxLength(Schema.TextLength);
            closure.Property(row => row.ReopenReason).HasMaxLength(Schema.TextLength);
        });
    }

    private static void ConfigureWorkbooks(ModelBuilder builder)
    {
        builder.Entity<WorkbookExportRow>(export =>
        {
            Schema.OfAssessment(export, "WorkbookExports");
            export.Property(row => row.SentTo).HasMaxLength(Schema.NameLength);
            export.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PlanId);
        });
        builder.Entity<WorkbookImportRow>(import =>
        {
            Schema.OfAssessment(import, "WorkbookImports");
            import.Property(row => row.FileName).HasMaxLength(Schema.NameLength);
            import.Property(row => row.Version).IsConcurrencyToken();
            import.HasOne<WorkbookExportRow>().WithMany().HasForeignKey(row => row.ExportId);
        });
    }

    private static void OfAction<T>(EntityTypeBuilder<T> entity, string table)
        where T : class
    {
        entity.ToTable(table);
        entity.HasOne<PlannedMeasureRow>().WithMany().HasForeignKey("ActionId");
    }
}
