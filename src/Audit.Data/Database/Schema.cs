using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Audit.Data.Database;

/// <summary>Keys, lengths, indexes and relations, the same on both databases.</summary>
internal static class Schema
{
    public const int KeyLength = 200;
    public const int NameLength = 300;
    public const int TextLength = 4000;

    public static void Configure(ModelBuilder builder)
    {
        ConfigurePeople(builder);
        AccountSchema.Configure(builder);
        ConfigureAssessments(builder);
        ConfigureResults(builder);
        Chain.TrailSchema.Configure(builder);
        ReviewSchema.Configure(builder);
        RiskSchema.Configure(builder);
        ActionSchema.Configure(builder);
        MailSchema.Configure(builder);
        TeamSchema.Configure(builder);
        JobSchema.Configure(builder);
        ConfigureWorkflow(builder);
        ConfigureMessages(builder);
        foreach (var foreignKey in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()))
        {
            foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private static void ConfigurePeople(ModelBuilder builder)
    {
        builder.Entity<BodyRow>(body =>
        {
            body.ToTable("Bodies");
            body.Property(row => row.Name).HasMaxLength(NameLength);
            body.Property(row => row.Identifier).HasMaxLength(NameLength);
            body.Property(row => row.NormalizedName).HasMaxLength(NameLength);
            body.HasIndex(row => new { row.NormalizedName, row.Identifier });
        });
        builder.Entity<UserRow>(user =>
        {
            user.ToTable("Users");
            user.Property(row => row.DisplayName).HasMaxLength(NameLength);
            user.Property(row => row.Language).HasMaxLength(10);
            user.Property(row => row.PhoneNumber).HasMaxLength(KeyLength);
            user.Property(row => row.PasswordHash).HasMaxLength(NameLength);
            user.Property(row => row.SecurityStamp).HasMaxLength(KeyLength);
            user.Property(row => row.ConcurrencyStamp).HasMaxLength(KeyLength);
            user.HasOne<BodyRow>().WithMany().HasForeignKey(row => row.BodyId);
        });
        builder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.Property(row => row.LoginProvider).HasMaxLength(KeyLength);
            login.Property(row => row.ProviderKey).HasMaxLength(KeyLength);
        });
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.Property(row => row.LoginProvider).HasMaxLength(KeyLength);
            token.Property(row => row.Name).HasMaxLength(KeyLength);
        });
        builder.Entity<BodyRoleRow>(role =>
        {
            role.ToTable("BodyRoles");
            role.HasKey(row => new { row.UserId, row.Role });
            role.Property(row => row.Role).HasMaxLength(KeyLength);
            role.HasOne<BodyRow>().WithMany().HasForeignKey(row => row.BodyId);
            role.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
        });
    }

    private static void ConfigureAssessments(ModelBuilder builder)
    {
        builder.Entity<PublishedContentRow>(content =>
        {
            content.ToTable("PublishedContents");
            content.Property(row => row.Kind).HasMaxLength(KeyLength);
            content.Property(row => row.ContentId).HasMaxLength(KeyLength);
            content.Property(row => row.ContentVersion).HasMaxLength(KeyLength);
            content.Property(row => row.Sha256).HasMaxLength(64);
            content.HasIndex(row => new { row.Kind, row.ContentId, row.ContentVersion, row.Sha256 }).IsUnique();
        });
        builder.Entity<InstrumentDraftRow>(draft =>
        {
            draft.ToTable("InstrumentDrafts");
            draft.Property(row => row.FileName).HasMaxLength(NameLength);
            draft.HasOne<BodyRow>().WithMany().HasForeignKey(row => row.BodyId);
        });
        builder.Entity<AssessmentRow>(assessment =>
        {
            assessment.ToTable("Assessments");
            assessment.Property(row => row.Name).HasMaxLength(NameLength);
            assessment.Property(row => row.WithdrawnReason).HasMaxLength(TextLength);
            assessment.Property(row => row.Version).IsConcurrencyToken();
            assessment.HasOne<BodyRow>().WithMany().HasForeignKey(row => row.BodyId);
            assessment.HasOne<PublishedContentRow>().WithMany().HasForeignKey(row => row.InstrumentId);
            assessment.HasOne<PublishedContentRow>().WithMany().HasForeignKey(row => row.ProfileId);
            assessment.HasOne<PublishedContentRow>().WithMany().HasForeignKey(row => row.MeasuresId);
        });
        builder.Entity<MemberRow>(member =>
        {
            member.ToTable("Members");
            member.HasKey(row => new { row.AssessmentId, row.UserId, row.Role });
            member.Property(row => row.Role).HasMaxLength(KeyLength);
            member.HasOne<AssessmentRow>().WithMany().HasForeignKey(row => row.AssessmentId);
            member.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
        });
        builder.Entity<PublicTaskRow>(task =>
        {
            OfAssessment(task, "PublicTasks");
            task.Property(row => row.Key).HasMaxLength(KeyLength);
            task.Property(row => row.DropReason).HasMaxLength(TextLength);
            task.HasIndex(row => new { row.AssessmentId, row.Key }).IsUnique();
        });
        builder.Entity<AnswerRow>(answer =>
        {
            OfAssessment(answer, "Answers");
            answer.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            answer.Property(row => row.QuestionId).HasMaxLength(KeyLength);
            answer.Property(row => row.Value).HasMaxLength(KeyLength);
            answer.Property(row => row.At).HasMaxLength(KeyLength);
            answer.Property(row => row.PublicSource).HasColumnName("Source");
            answer.Property(row => row.Version).IsConcurrencyToken();
            answer.HasIndex(row => new { row.AssessmentId, row.TaskKey, row.QuestionId }).IsUnique();
        });
        builder.Entity<AnswerRevisionRow>(revision =>
        {
            revision.ToTable("AnswerRevisions");
            revision.Property(row => row.Value).HasMaxLength(KeyLength);
            revision.Property(row => row.At).HasMaxLength(KeyLength);
            revision.Property(row => row.PublicSource).HasColumnName("Source");
            revision.HasOne<AnswerRow>().WithMany().HasForeignKey(row => row.AnswerId);
            revision.HasIndex(row => new { row.AnswerId, row.Revision }).IsUnique();
        });
        ConfigureResearch(builder);
    }

    private static void ConfigureResearch(ModelBuilder builder)
    {
        builder.Entity<StepNoteRow>(note =>
        {
            OfAssessment(note, "StepNotes");
            note.Property(row => row.StepKey).HasMaxLength(KeyLength);
            note.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            note.Property(row => row.AttendanceJson).HasMaxLength(TextLength);
            note.Property(row => row.ChecklistJson).HasMaxLength(TextLength);
        });
        builder.Entity<DistinctionRow>(distinction =>
        {
            OfAssessment(distinction, "Distinctions");
            distinction.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            distinction.Property(row => row.Key).HasMaxLength(KeyLength);
            distinction.Property(row => row.Version).IsConcurrencyToken();
            distinction.HasIndex(row => new { row.AssessmentId, row.TaskKey, row.Key }).IsUnique();
        });
        builder.Entity<ResearchItemRow>(item =>
        {
            OfAssessment(item, "ResearchItems");
            item.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            item.Property(row => row.QuestionId).HasMaxLength(KeyLength);
            item.Property(row => row.Question).HasMaxLength(TextLength);
            item.Property(row => row.InformationNeeded).HasMaxLength(TextLength);
            item.Property(row => row.InformationSource).HasMaxLength(TextLength);
            item.Property(row => row.Finding).HasMaxLength(TextLength);
            item.Property(row => row.Version).IsConcurrencyToken();
            item.HasOne<UserRow>().WithMany().HasForeignKey(row => row.OwnerId);
        });
    }

    private static void ConfigureResults(ModelBuilder builder)
    {
        builder.Entity<ScoreRow>(score =>
        {
            OfAssessment(score, "Scores");
            score.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            score.HasIndex(row => new { row.AssessmentId, row.TaskKey, row.Sequence }).IsUnique();
        });
        builder.Entity<DecisionRow>(decision =>
        {
            OfAssessment(decision, "Decisions");
            decision.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            decision.Property(row => row.StepKey).HasMaxLength(KeyLength);
            decision.Property(row => row.Outcome).HasMaxLength(KeyLength);
        });
    }

    private static void ConfigureWorkflow(ModelBuilder builder)
    {
        builder.Entity<WorkflowDefinitionRow>(definition =>
        {
            definition.ToTable("WorkflowDefinitions");
            definition.Property(row => row.DefinitionId).HasMaxLength(KeyLength);
            definition.Property(row => row.Sha256).HasMaxLength(64);
            definition.HasIndex(row => new { row.DefinitionId, row.DefinitionVersion }).IsUnique();
        });
        builder.Entity<WorkflowDraftRow>(draft =>
        {
            draft.ToTable("WorkflowDrafts");
            draft.Property(row => row.FileName).HasMaxLength(NameLength);
            draft.HasOne<BodyRow>().WithMany().HasForeignKey(row => row.BodyId);
        });
        builder.Entity<WorkflowInstanceRow>(instance =>
        {
            OfAssessment(instance, "WorkflowInstances");
            instance.Property(row => row.Incident).HasMaxLength(TextLength);
            instance.Property(row => row.Version).IsConcurrencyToken();
            instance.HasOne<WorkflowDefinitionRow>().WithMany().HasForeignKey(row => row.WorkflowDefinitionId);
        });
        builder.Entity<WorkflowStepRow>(step =>
        {
            OfInstance(step, "WorkflowSteps", row => row.InstanceId);
            step.Property(row => row.Path).HasMaxLength(NameLength);
            step.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            step.Property(row => row.Activity).HasMaxLength(KeyLength);
            step.Property(row => row.StepKey).HasMaxLength(KeyLength);
            step.Property(row => row.Role).HasMaxLength(KeyLength);
            step.Property(row => row.Outcome).HasMaxLength(KeyLength);
            step.Property(row => row.Incident).HasMaxLength(TextLength);
            step.Property(row => row.Version).IsConcurrencyToken();
            step.HasIndex(row => new { row.InstanceId, row.Status });
        });
        builder.Entity<WorkflowBranchRow>(branch =>
        {
            OfInstance(branch, "WorkflowBranches", row => row.InstanceId);
            branch.Property(row => row.Path).HasMaxLength(NameLength);
            branch.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            branch.HasIndex(row => new { row.InstanceId, row.Path, row.TaskKey });
        });
        builder.Entity<WorkflowFactRow>(fact =>
        {
            OfInstance(fact, "WorkflowFacts", row => row.InstanceId);
            fact.HasKey(row => new { row.InstanceId, row.TaskKey, row.Name });
            fact.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            fact.Property(row => row.Name).HasMaxLength(KeyLength);
            fact.Property(row => row.Value).HasMaxLength(TextLength);
        });
        builder.Entity<WorkflowTimerRow>(timer =>
        {
            timer.ToTable("WorkflowTimers");
            timer.Property(row => row.Version).IsConcurrencyToken();
            timer.HasOne<WorkflowStepRow>().WithMany().HasForeignKey(row => row.StepId);
            timer.HasIndex(row => new { row.Fired, row.DueUtc });
        });
        builder.Entity<WorkflowVoteRow>(vote =>
        {
            vote.ToTable("WorkflowVotes");
            vote.HasOne<WorkflowStepRow>().WithMany().HasForeignKey(row => row.StepId);
            vote.HasIndex(row => new { row.StepId, row.UserId }).IsUnique();
        });
    }

    private static void ConfigureMessages(ModelBuilder builder)
    {
        builder.Entity<MessageRow>(message =>
        {
            OfAssessment(message, "Messages");
            message.Property(row => row.Role).HasMaxLength(KeyLength);
            message.Property(row => row.StepKey).HasMaxLength(KeyLength);
            message.Property(row => row.TaskKey).HasMaxLength(KeyLength);
        });
        builder.Entity<SuspicionRow>(suspicion =>
        {
            OfAssessment(suspicion, "Suspicions");
            suspicion.Property(row => row.TaskKey).HasMaxLength(KeyLength);
            suspicion.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(row => row.InstanceId);
        });
        builder.Entity<SuspicionEntryRow>(entry =>
        {
            entry.ToTable("SuspicionEntries");
            entry.Property(row => row.StepKey).HasMaxLength(KeyLength);
            entry.HasOne<SuspicionRow>().WithMany().HasForeignKey(row => row.SuspicionId);
        });
    }

    public static void OfAssessment<T>(EntityTypeBuilder<T> entity, string table)
        where T : class
    {
        entity.ToTable(table);
        entity.HasOne<AssessmentRow>().WithMany().HasForeignKey("AssessmentId");
    }

    private static void OfInstance<T>(EntityTypeBuilder<T> entity, string table, System.Linq.Expressions.Expression<Func<T, object?>> key)
        where T : class
    {
        entity.ToTable(table);
        entity.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(key);
    }
}
