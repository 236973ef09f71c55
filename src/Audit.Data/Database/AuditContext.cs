using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Audit.Data.Database;

/// <summary>The one database of an installation, on SQLite or SQL Server.</summary>
/// <param name="options">Where it is.</param>
/// <param name="scope">Whose rows it sees and may change.</param>
public sealed class AuditContext(DbContextOptions<AuditContext> options, BodyScope scope)
    : IdentityUserContext<UserRow, Guid>(Checked(options, scope)), IDataProtectionKeyContext
{
    private bool isFiltered = true;

    /// <summary>Whose rows this context sees and may change.</summary>
    public BodyScope Scope { get; } = scope;

    /// <summary>A context whose model <c>eng/publish</c> compiles; EF refuses to compile filters. Not for use in a program, where it would be taken for the model of all contexts.</summary>
    public static AuditContext ToCompile(DbContextOptions<AuditContext> options) => new(options, BodyScope.AllBodies) { isFiltered = false };

    public DbSet<BodyRow> Bodies => Set<BodyRow>();

    public DbSet<BodyRoleRow> BodyRoles => Set<BodyRoleRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<AccountLinkRow> AccountLinks => Set<AccountLinkRow>();

    public DbSet<DelegationRow> Delegations => Set<DelegationRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<PublishedContentRow> PublishedContents => Set<PublishedContentRow>();

    public DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<PublicTaskRow> PublicTasks => Set<PublicTaskRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<AnswerRevisionRow> AnswerRevisions => Set<AnswerRevisionRow>();

    public DbSet<StepNoteRow> StepNotes => Set<StepNoteRow>();

    public DbSet<DistinctionRow> Distinctions => Set<DistinctionRow>();

    public DbSet<ResearchItemRow> ResearchItems => Set<ResearchItemRow>();

    public DbSet<InstrumentDraftRow> InstrumentDrafts => Set<InstrumentDraftRow>();

    public DbSet<ScoreRow> Scores => Set<ScoreRow>();

    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();

    public DbSet<PlanRow> Plans => Set<PlanRow>();

    public DbSet<PlanTaskRow> PlanTasks => Set<PlanTaskRow>();

    public DbSet<PlannedMeasureRow> PlannedMeasures => Set<PlannedMeasureRow>();

    public DbSet<ActionDependencyRow> ActionDependencies => Set<ActionDependencyRow>();

    public DbSet<ActionNoteRow> ActionNotes => Set<ActionNoteRow>();

    public DbSet<EffectMeasurementRow> EffectMeasurements => Set<EffectMeasurementRow>();

    public DbSet<ActionClosureRow> ActionClosures => Set<ActionClosureRow>();

    public DbSet<WorkbookExportRow> WorkbookExports => Set<WorkbookExportRow>();

    public DbSet<WorkbookImportRow> WorkbookImports => Set<WorkbookImportRow>();

    public DbSet<RatingRoundRow> RatingRounds => Set<RatingRoundRow>();

    public DbSet<RatingRow> Ratings => Set<RatingRow>();

    public DbSet<AnswerSightRow> AnswerSights => Set<AnswerSightRow>();

    public DbSet<KeeperSuggestionRow> KeeperSuggestions => Set<KeeperSuggestionRow>();

    public DbSet<ReviewItemRow> ReviewItems => Set<ReviewItemRow>();

    public DbSet<ReviewEntryRow> ReviewEntries => Set<ReviewEntryRow>();

    public DbSet<ClassOverrideRow> ClassOverrides => Set<ClassOverrideRow>();

    public DbSet<SignOffRow> SignOffs => Set<SignOffRow>();

    public DbSet<GateLiftingRow> GateLiftings => Set<GateLiftingRow>();

    public DbSet<RiskRow> Risks => Set<RiskRow>();

    public DbSet<RiskLinkRow> RiskLinks => Set<RiskLinkRow>();

    public DbSet<RiskJudgementRow> RiskJudgements => Set<RiskJudgementRow>();

    public DbSet<RiskAcceptanceRow> RiskAcceptances => Set<RiskAcceptanceRow>();

    public DbSet<MailRow> Mails => Set<MailRow>();

    public DbSet<CalendarFeedRow> CalendarFeeds => Set<CalendarFeedRow>();

    public DbSet<CommentRow> Comments => Set<CommentRow>();

    public DbSet<MentionRow> Mentions => Set<MentionRow>();

    public DbSet<QuestionAssignmentRow> QuestionAssignments => Set<QuestionAssignmentRow>();

    public DbSet<StartedAnswerRow> StartedAnswers => Set<StartedAnswerRow>();

    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    public DbSet<AttachmentContentRow> AttachmentContents => Set<AttachmentContentRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<TrailRow> Trail => Set<TrailRow>();

    public DbSet<TrailHeadRow> TrailHeads => Set<TrailHeadRow>();

    public DbSet<TrailCheckRow> TrailChecks => Set<TrailCheckRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<SuspicionRow> Suspicions => Set<SuspicionRow>();

    public DbSet<SuspicionEntryRow> SuspicionEntries => Set<SuspicionEntryRow>();

    public DbSet<WorkflowDraftRow> WorkflowDrafts => Set<WorkflowDraftRow>();

    public DbSet<WorkflowDefinitionRow> WorkflowDefinitions => Set<WorkflowDefinitionRow>();

    public DbSet<WorkflowInstanceRow> WorkflowInstances => Set<WorkflowInstanceRow>();

    public DbSet<WorkflowStepRow> WorkflowSteps => Set<WorkflowStepRow>();

    public DbSet<WorkflowBranchRow> WorkflowBranches => Set<WorkflowBranchRow>();

    public DbSet<WorkflowFactRow> WorkflowFacts => Set<WorkflowFactRow>();

    public DbSet<WorkflowTimerRow> WorkflowTimers => Set<WorkflowTimerRow>();

    /// <summary>For a library that keeps its keys here and cannot wait.</summary>
    /// <exception cref="NotSupportedException">A row that belongs to a body is among the changes: whose it is may have to be read first.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (!BodyGuard.IsOfInstallation(ChangeTracker))
        {
            throw new NotSupportedException("use SaveChangesAsync");
        }

        StoredValues.Enforce(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await BodyGuard.EnforceAsync(this, cancellationToken);
        StoredValues.Enforce(ChangeTracker);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTimeConverter>();
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Schema.Configure(builder);
        BodyKeys.Apply(builder);
        if (isFiltered)
        {
            BodyFilter.Apply(builder, this);
        }

        if (Database.IsSqlServer())
        {
            StoredValues.CompareExactly(builder);
        }
    }

    private static DbContextOptions<AuditContext> Checked(DbContextOptions<AuditContext> options, BodyScope scope) =>
        scope.SeesAllBodies || options.FindExtension<CoreOptionsExtension>()?.Model is null
            ? options
            : throw new InvalidOperationException("a compiled model has no filter on the body, so it only serves work over all bodies");
}
