using System;
using Audit.Data.Migrations;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Audit.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AccessAndTrail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.KeepTrailValues();

            migrationBuilder.DropForeignKey(
                name: "FK_ActionClosures_PlannedMeasures_ActionId",
                table: "ActionClosures");

            migrationBuilder.DropForeignKey(
                name: "FK_ActionDependencies_PlannedMeasures_ActionId",
                table: "ActionDependencies");

            migrationBuilder.DropForeignKey(
                name: "FK_ActionDependencies_PlannedMeasures_DependsOnId",
                table: "ActionDependencies");

            migrationBuilder.DropForeignKey(
                name: "FK_ActionNotes_PlannedMeasures_ActionId",
                table: "ActionNotes");

            migrationBuilder.DropForeignKey(
                name: "FK_AnswerRevisions_Answers_AnswerId",
                table: "AnswerRevisions");

            migrationBuilder.DropForeignKey(
                name: "FK_Answers_Assessments_AssessmentId",
                table: "Answers");

            migrationBuilder.DropForeignKey(
                name: "FK_AnswerSights_Assessments_AssessmentId",
                table: "AnswerSights");

            migrationBuilder.DropForeignKey(
                name: "FK_AttachmentContents_Attachments_AttachmentId",
                table: "AttachmentContents");

            migrationBuilder.DropForeignKey(
                name: "FK_Attachments_Assessments_AssessmentId",
                table: "Attachments");

            migrationBuilder.DropForeignKey(
                name: "FK_Attachments_Users_UserId",
                table: "Attachments");

            migrationBuilder.DropForeignKey(
                name: "FK_BodyRoles_Users_UserId",
                table: "BodyRoles");

            migrationBuilder.DropForeignKey(
                name: "FK_CalendarFeeds_Users_UserId",
                table: "CalendarFeeds");

            migrationBuilder.DropForeignKey(
                name: "FK_ClassOverrides_Assessments_AssessmentId",
                table: "ClassOverrides");

            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Assessments_AssessmentId",
                table: "Comments");

            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Users_UserId",
                table: "Comments");

            migrationBuilder.DropForeignKey(
                name: "FK_Decisions_Assessments_AssessmentId",
                table: "Decisions");

            migrationBuilder.DropForeignKey(
                name: "FK_Distinctions_Assessments_AssessmentId",
                table: "Distinctions");

            migrationBuilder.DropForeignKey(
                name: "FK_EffectMeasurements_PlannedMeasures_ActionId",
                table: "EffectMeasurements");

            migrationBuilder.DropForeignKey(
                name: "FK_GateLiftings_Assessments_AssessmentId",
                table: "GateLiftings");

            migrationBuilder.DropForeignKey(
                name: "FK_Jobs_Assessments_AssessmentId",
                table: "Jobs");

            migrationBuilder.DropForeignKey(
                name: "FK_Jobs_Users_UserId",
                table: "Jobs");

            migrationBuilder.DropForeignKey(
                name: "FK_KeeperSuggestions_Assessments_AssessmentId",
                table: "KeeperSuggestions");

            migrationBuilder.DropForeignKey(
                name: "FK_Mails_Assessments_AssessmentId",
                table: "Mails");

            migrationBuilder.DropForeignKey(
                name: "FK_Members_Assessments_AssessmentId",
                table: "Members");

            migrationBuilder.DropForeignKey(
                name: "FK_Members_Users_UserId",
                table: "Members");

            migrationBuilder.DropForeignKey(
                name: "FK_Mentions_Comments_CommentId",
                table: "Mentions");

            migrationBuilder.DropForeignKey(
                name: "FK_Mentions_Users_UserId",
                table: "Mentions");

            migrationBuilder.DropForeignKey(
                name: "FK_Messages_Assessments_AssessmentId",
                table: "Messages");

            migrationBuilder.DropForeignKey(
                name: "FK_PlannedMeasures_Plans_PlanId",
                table: "PlannedMeasures");

            migrationBuilder.DropForeignKey(
                name: "FK_PlannedMeasures_Users_OwnerId",
                table: "PlannedMeasures");

            migrationBuilder.DropForeignKey(
                name: "FK_Plans_Assessments_AssessmentId",
                table: "Plans");

            migrationBuilder.DropForeignKey(
                name: "FK_PlanTasks_Plans_PlanId",
                table: "PlanTasks");

            migrationBuilder.DropForeignKey(
                name: "FK_PublicTasks_Assessments_AssessmentId",
                table: "PublicTasks");

            migrationBuilder.DropForeignKey(
                name: "FK_QuestionAssignments_Assessments_AssessmentId",
                table: "QuestionAssignments");

            migrationBuilder.DropForeignKey(
                name: "FK_QuestionAssignments_Users_AssignedByUserId",
                table: "QuestionAssignments");

            migrationBuilder.DropForeignKey(
                name: "FK_QuestionAssignments_Users_UserId",
                table: "QuestionAssignments");

            migrationBuilder.DropForeignKey(
                name: "FK_RatingRounds_Assessments_AssessmentId",
                table: "RatingRounds");

            migrationBuilder.DropForeignKey(
                name: "FK_Ratings_RatingRounds_RoundId",
                table: "Ratings");

            migrationBuilder.DropForeignKey(
                name: "FK_ResearchItems_Assessments_AssessmentId",
                table: "ResearchItems");

            migrationBuilder.DropForeignKey(
                name: "FK_ResearchItems_Users_OwnerId",
                table: "ResearchItems");

            migrationBuilder.DropForeignKey(
                name: "FK_ReviewEntries_ReviewItems_ItemId",
                table: "ReviewEntries");

            migrationBuilder.DropForeignKey(
                name: "FK_ReviewItems_Assessments_AssessmentId",
                table: "ReviewItems");

            migrationBuilder.DropForeignKey(
                name: "FK_RiskAcceptances_Risks_RiskId",
                table: "RiskAcceptances");

            migrationBuilder.DropForeignKey(
                name: "FK_RiskJudgements_Risks_RiskId",
                table: "RiskJudgements");

            migrationBuilder.DropForeignKey(
                name: "FK_RiskLinks_Risks_RiskId",
                table: "RiskLinks");

            migrationBuilder.DropForeignKey(
                name: "FK_Risks_Assessments_AssessmentId",
                table: "Risks");

            migrationBuilder.DropForeignKey(
                name: "FK_Scores_Assessments_AssessmentId",
                table: "Scores");

            migrationBuilder.DropForeignKey(
                name: "FK_SignOffs_Assessments_AssessmentId",
                table: "SignOffs");

            migrationBuilder.DropForeignKey(
                name: "FK_StepNotes_Assessments_AssessmentId",
                table: "StepNotes");

            migrationBuilder.DropForeignKey(
                name: "FK_SuspicionEntries_Suspicions_SuspicionId",
                table: "SuspicionEntries");

            migrationBuilder.DropForeignKey(
                name: "FK_Suspicions_Assessments_AssessmentId",
                table: "Suspicions");

            migrationBuilder.DropForeignKey(
                name: "FK_Suspicions_WorkflowInstances_InstanceId",
                table: "Suspicions");

            migrationBuilder.DropForeignKey(
                name: "FK_Trail_Bodies_BodyId",
                table: "Trail");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkbookExports_Assessments_AssessmentId",
                table: "WorkbookExports");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkbookExports_Plans_PlanId",
                table: "WorkbookExports");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkbookImports_Assessments_AssessmentId",
                table: "WorkbookImports");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkbookImports_WorkbookExports_ExportId",
                table: "WorkbookImports");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowBranches_WorkflowInstances_InstanceId",
                table: "WorkflowBranches");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowFacts_WorkflowInstances_InstanceId",
                table: "WorkflowFacts");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowInstances_Assessments_AssessmentId",
                table: "WorkflowInstances");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowSteps_WorkflowInstances_InstanceId",
                table: "WorkflowSteps");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowTimers_WorkflowSteps_StepId",
                table: "WorkflowTimers");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowVotes_WorkflowSteps_StepId",
                table: "WorkflowVotes");

            migrationBuilder.DropIndex(
                name: "IX_Trail_BodyId",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "After",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Trail");

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "WorkflowVotes",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "WorkflowTimers",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "WorkflowSteps",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "WorkflowInstances",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "WorkflowFacts",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "WorkflowBranches",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "WorkbookImports",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "WorkbookExports",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<byte[]>(
                name: "AfterHash",
                table: "Trail",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "BeforeHash",
                table: "Trail",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeyId",
                table: "Trail",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "ReasonHash",
                table: "Trail",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "Trail",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Sequence",
                table: "Trail",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Suspicions",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "SuspicionEntries",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "StepNotes",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "SignOffs",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Scores",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Risks",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "RiskLinks",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "RiskJudgements",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "RiskAcceptances",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "ReviewItems",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "ReviewEntries",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "ResearchItems",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Ratings",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "RatingRounds",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "QuestionAssignments",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "PublicTasks",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "PlanTasks",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Plans",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "PlannedMeasures",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Messages",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Mentions",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Members",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "GateLiftings",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "EffectMeasurements",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Distinctions",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Decisions",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Comments",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "ClassOverrides",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "CalendarFeeds",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Attachments",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "AttachmentContents",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedUtc",
                table: "Assessments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "AnswerSights",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "Answers",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "AnswerRevisions",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "ActionNotes",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "ActionDependencies",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "BodyId",
                table: "ActionClosures",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddUniqueConstraint(
                name: "AK_WorkflowSteps_Id_BodyId",
                table: "WorkflowSteps",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_WorkflowInstances_Id_BodyId",
                table: "WorkflowInstances",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_WorkbookExports_Id_BodyId",
                table: "WorkbookExports",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_Users_Id_BodyId",
                table: "Users",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_Suspicions_Id_BodyId",
                table: "Suspicions",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_Risks_Id_BodyId",
                table: "Risks",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_ReviewItems_Id_BodyId",
                table: "ReviewItems",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_RatingRounds_Id_BodyId",
                table: "RatingRounds",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_Plans_Id_BodyId",
                table: "Plans",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_PlannedMeasures_Id_BodyId",
                table: "PlannedMeasures",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_Comments_Id_BodyId",
                table: "Comments",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_Attachments_Id_BodyId",
                table: "Attachments",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_Assessments_Id_BodyId",
                table: "Assessments",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.AddUniqueConstraint(
                name: "AK_Answers_Id_BodyId",
                table: "Answers",
                columns: new[] { "Id", "BodyId" });

            migrationBuilder.CreateTable(
                name: "AccountLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BodyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MadeUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountLinks_Users_UserId_BodyId",
                        columns: x => new { x.UserId, x.BodyId },
                        principalTable: "Users",
                        principalColumns: new[] { "Id", "BodyId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BodyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MadeUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Delegations_Assessments_AssessmentId_BodyId",
                        columns: x => new { x.AssessmentId, x.BodyId },
                        principalTable: "Assessments",
                        principalColumns: new[] { "Id", "BodyId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegations_Users_FromUserId_BodyId",
                        columns: x => new { x.FromUserId, x.BodyId },
                        principalTable: "Users",
                        principalColumns: new[] { "Id", "BodyId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegations_Users_ToUserId_BodyId",
                        columns: x => new { x.ToUserId, x.BodyId },
                        principalTable: "Users",
                        principalColumns: new[] { "Id", "BodyId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Passkeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(900)", maxLength: 900, nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passkeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_Passkeys_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BodyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MadeUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SeenUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Device = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Way = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    HasSecondFactor = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_Users_UserId_BodyId",
                        columns: x => new { x.UserId, x.BodyId },
                        principalTable: "Users",
                        principalColumns: new[] { "Id", "BodyId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrailChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BodyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CheckedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Problems = table.Column<int>(type: "int", nullable: false),
                    Report = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrailChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrailHeads",
                columns: table => new
                {
                    BodyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Seal = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    KeyId = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrailHeads", x => x.BodyId);
                });

            migrationBuilder.CreateTable(
                name: "TrailValues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ErasedUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrailValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrailValues_Trail_Id",
                        column: x => x.Id,
                        principalTable: "Trail",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Trail_BodyId_Sequence",
                table: "Trail",
                columns: new[] { "BodyId", "Sequence" },
                unique: true,
                filter: "[Sequence] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLinks_Sha256",
                table: "AccountLinks",
                column: "Sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountLinks_UserId",
                table: "AccountLinks",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_AssessmentId",
                table: "Delegations",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_EndedUtc_UntilUtc",
                table: "Delegations",
                columns: new[] { "EndedUtc", "UntilUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_FromUserId",
                table: "Delegations",
                column: "FromUserId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_ToUserId",
                table: "Delegations",
                column: "ToUserId");

            migrationBuilder.CreateIndex(
                name: "IX_Passkeys_UserId",
                table: "Passkeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_UserId_EndedUtc",
                table: "Sessions",
                columns: new[] { "UserId", "EndedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_TrailChecks_BodyId_CheckedUtc",
                table: "TrailChecks",
                columns: new[] { "BodyId", "CheckedUtc" });

            migrationBuilder.AddForeignKey(
                name: "FK_ActionClosures_PlannedMeasures_ActionId_BodyId",
                table: "ActionClosures",
                columns: new[] { "ActionId", "BodyId" },
                principalTable: "PlannedMeasures",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ActionDependencies_PlannedMeasures_ActionId_BodyId",
                table: "ActionDependencies",
                columns: new[] { "ActionId", "BodyId" },
                principalTable: "PlannedMeasures",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ActionDependencies_PlannedMeasures_DependsOnId_BodyId",
                table: "ActionDependencies",
                columns: new[] { "DependsOnId", "BodyId" },
                principalTable: "PlannedMeasures",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ActionNotes_PlannedMeasures_ActionId_BodyId",
                table: "ActionNotes",
                columns: new[] { "ActionId", "BodyId" },
                principalTable: "PlannedMeasures",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_AnswerRevisions_Answers_AnswerId_BodyId",
                table: "AnswerRevisions",
                columns: new[] { "AnswerId", "BodyId" },
                principalTable: "Answers",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Answers_Assessments_AssessmentId_BodyId",
                table: "Answers",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_AnswerSights_Assessments_AssessmentId_BodyId",
                table: "AnswerSights",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_AttachmentContents_Attachments_AttachmentId_BodyId",
                table: "AttachmentContents",
                columns: new[] { "AttachmentId", "BodyId" },
                principalTable: "Attachments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Attachments_Assessments_AssessmentId_BodyId",
                table: "Attachments",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Attachments_Users_UserId_BodyId",
                table: "Attachments",
                columns: new[] { "UserId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_BodyRoles_Users_UserId_BodyId",
                table: "BodyRoles",
                columns: new[] { "UserId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_CalendarFeeds_Users_UserId_BodyId",
                table: "CalendarFeeds",
                columns: new[] { "UserId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ClassOverrides_Assessments_AssessmentId_BodyId",
                table: "ClassOverrides",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Assessments_AssessmentId_BodyId",
                table: "Comments",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Users_UserId_BodyId",
                table: "Comments",
                columns: new[] { "UserId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Decisions_Assessments_AssessmentId_BodyId",
                table: "Decisions",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Distinctions_Assessments_AssessmentId_BodyId",
                table: "Distinctions",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_EffectMeasurements_PlannedMeasures_ActionId_BodyId",
                table: "EffectMeasurements",
                columns: new[] { "ActionId", "BodyId" },
                principalTable: "PlannedMeasures",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_GateLiftings_Assessments_AssessmentId_BodyId",
                table: "GateLiftings",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Jobs_Assessments_AssessmentId_BodyId",
                table: "Jobs",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Jobs_Users_UserId_BodyId",
                table: "Jobs",
                columns: new[] { "UserId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_KeeperSuggestions_Assessments_AssessmentId_BodyId",
                table: "KeeperSuggestions",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Mails_Assessments_AssessmentId_BodyId",
                table: "Mails",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Members_Assessments_AssessmentId_BodyId",
                table: "Members",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Members_Users_UserId_BodyId",
                table: "Members",
                columns: new[] { "UserId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Mentions_Comments_CommentId_BodyId",
                table: "Mentions",
                columns: new[] { "CommentId", "BodyId" },
                principalTable: "Comments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Mentions_Users_UserId_BodyId",
                table: "Mentions",
                columns: new[] { "UserId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Messages_Assessments_AssessmentId_BodyId",
                table: "Messages",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PlannedMeasures_Plans_PlanId_BodyId",
                table: "PlannedMeasures",
                columns: new[] { "PlanId", "BodyId" },
                principalTable: "Plans",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PlannedMeasures_Users_OwnerId_BodyId",
                table: "PlannedMeasures",
                columns: new[] { "OwnerId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Plans_Assessments_AssessmentId_BodyId",
                table: "Plans",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PlanTasks_Plans_PlanId_BodyId",
                table: "PlanTasks",
                columns: new[] { "PlanId", "BodyId" },
                principalTable: "Plans",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PublicTasks_Assessments_AssessmentId_BodyId",
                table: "PublicTasks",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_QuestionAssignments_Assessments_AssessmentId_BodyId",
                table: "QuestionAssignments",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_QuestionAssignments_Users_AssignedByUserId_BodyId",
                table: "QuestionAssignments",
                columns: new[] { "AssignedByUserId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_QuestionAssignments_Users_UserId_BodyId",
                table: "QuestionAssignments",
                columns: new[] { "UserId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RatingRounds_Assessments_AssessmentId_BodyId",
                table: "RatingRounds",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Ratings_RatingRounds_RoundId_BodyId",
                table: "Ratings",
                columns: new[] { "RoundId", "BodyId" },
                principalTable: "RatingRounds",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ResearchItems_Assessments_AssessmentId_BodyId",
                table: "ResearchItems",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ResearchItems_Users_OwnerId_BodyId",
                table: "ResearchItems",
                columns: new[] { "OwnerId", "BodyId" },
                principalTable: "Users",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ReviewEntries_ReviewItems_ItemId_BodyId",
                table: "ReviewEntries",
                columns: new[] { "ItemId", "BodyId" },
                principalTable: "ReviewItems",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ReviewItems_Assessments_AssessmentId_BodyId",
                table: "ReviewItems",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RiskAcceptances_Risks_RiskId_BodyId",
                table: "RiskAcceptances",
                columns: new[] { "RiskId", "BodyId" },
                principalTable: "Risks",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RiskJudgements_Risks_RiskId_BodyId",
                table: "RiskJudgements",
                columns: new[] { "RiskId", "BodyId" },
                principalTable: "Risks",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RiskLinks_Risks_RiskId_BodyId",
                table: "RiskLinks",
                columns: new[] { "RiskId", "BodyId" },
                principalTable: "Risks",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Risks_Assessments_AssessmentId_BodyId",
                table: "Risks",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Scores_Assessments_AssessmentId_BodyId",
                table: "Scores",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SignOffs_Assessments_AssessmentId_BodyId",
                table: "SignOffs",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_StepNotes_Assessments_AssessmentId_BodyId",
                table: "StepNotes",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SuspicionEntries_Suspicions_SuspicionId_BodyId",
                table: "SuspicionEntries",
                columns: new[] { "SuspicionId", "BodyId" },
                principalTable: "Suspicions",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Suspicions_Assessments_AssessmentId_BodyId",
                table: "Suspicions",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Suspicions_WorkflowInstances_InstanceId_BodyId",
                table: "Suspicions",
                columns: new[] { "InstanceId", "BodyId" },
                principalTable: "WorkflowInstances",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkbookExports_Assessments_AssessmentId_BodyId",
                table: "WorkbookExports",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkbookExports_Plans_PlanId_BodyId",
                table: "WorkbookExports",
                columns: new[] { "PlanId", "BodyId" },
                principalTable: "Plans",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkbookImports_Assessments_AssessmentId_BodyId",
                table: "WorkbookImports",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkbookImports_WorkbookExports_ExportId_BodyId",
                table: "WorkbookImports",
                columns: new[] { "ExportId", "BodyId" },
                principalTable: "WorkbookExports",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowBranches_WorkflowInstances_InstanceId_BodyId",
                table: "WorkflowBranches",
                columns: new[] { "InstanceId", "BodyId" },
                principalTable: "WorkflowInstances",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowFacts_WorkflowInstances_InstanceId_BodyId",
                table: "WorkflowFacts",
                columns: new[] { "InstanceId", "BodyId" },
                principalTable: "WorkflowInstances",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowInstances_Assessments_AssessmentId_BodyId",
                table: "WorkflowInstances",
                columns: new[] { "AssessmentId", "BodyId" },
                principalTable: "Assessments",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowSteps_WorkflowInstances_InstanceId_BodyId",
                table: "WorkflowSteps",
                columns: new[] { "InstanceId", "BodyId" },
                principalTable: "WorkflowInstances",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowTimers_WorkflowSteps_StepId_BodyId",
                table: "WorkflowTimers",
                columns: new[] { "StepId", "BodyId" },
                principalTable: "WorkflowSteps",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowVotes_WorkflowSteps_StepId_BodyId",
                table: "WorkflowVotes",
                columns: new[] { "StepId", "BodyId" },
                principalTable: "WorkflowSteps",
                principalColumns: new[] { "Id", "BodyId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.MoveTrailValues();
            migrationBuilder.FillBodies();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ActionClosures_PlannedMeasures_ActionId_BodyId",
                table: "ActionClosures");

            migrationBuilder.DropForeignKey(
                name: "FK_ActionDependencies_PlannedMeasures_ActionId_BodyId",
                table: "ActionDependencies");

            migrationBuilder.DropForeignKey(
                name: "FK_ActionDependencies_PlannedMeasures_DependsOnId_BodyId",
                table: "ActionDependencies");

            migrationBuilder.DropForeignKey(
                name: "FK_ActionNotes_PlannedMeasures_ActionId_BodyId",
                table: "ActionNotes");

            migrationBuilder.DropForeignKey(
                name: "FK_AnswerRevisions_Answers_AnswerId_BodyId",
                table: "AnswerRevisions");

            migrationBuilder.DropForeignKey(
                name: "FK_Answers_Assessments_AssessmentId_BodyId",
                table: "Answers");

            migrationBuilder.DropForeignKey(
                name: "FK_AnswerSights_Assessments_AssessmentId_BodyId",
                table: "AnswerSights");

            migrationBuilder.DropForeignKey(
                name: "FK_AttachmentContents_Attachments_AttachmentId_BodyId",
                table: "AttachmentContents");

            migrationBuilder.DropForeignKey(
                name: "FK_Attachments_Assessments_AssessmentId_BodyId",
                table: "Attachments");

            migrationBuilder.DropForeignKey(
                name: "FK_Attachments_Users_UserId_BodyId",
                table: "Attachments");

            migrationBuilder.DropForeignKey(
                name: "FK_BodyRoles_Users_UserId_BodyId",
                table: "BodyRoles");

            migrationBuilder.DropForeignKey(
                name: "FK_CalendarFeeds_Users_UserId_BodyId",
                table: "CalendarFeeds");

            migrationBuilder.DropForeignKey(
                name: "FK_ClassOverrides_Assessments_AssessmentId_BodyId",
                table: "ClassOverrides");

            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Assessments_AssessmentId_BodyId",
                table: "Comments");

            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Users_UserId_BodyId",
                table: "Comments");

            migrationBuilder.DropForeignKey(
                name: "FK_Decisions_Assessments_AssessmentId_BodyId",
                table: "Decisions");

            migrationBuilder.DropForeignKey(
                name: "FK_Distinctions_Assessments_AssessmentId_BodyId",
                table: "Distinctions");

            migrationBuilder.DropForeignKey(
                name: "FK_EffectMeasurements_PlannedMeasures_ActionId_BodyId",
                table: "EffectMeasurements");

            migrationBuilder.DropForeignKey(
                name: "FK_GateLiftings_Assessments_AssessmentId_BodyId",
                table: "GateLiftings");

            migrationBuilder.DropForeignKey(
                name: "FK_Jobs_Assessments_AssessmentId_BodyId",
                table: "Jobs");

            migrationBuilder.DropForeignKey(
                name: "FK_Jobs_Users_UserId_BodyId",
                table: "Jobs");

            migrationBuilder.DropForeignKey(
                name: "FK_KeeperSuggestions_Assessments_AssessmentId_BodyId",
                table: "KeeperSuggestions");

            migrationBuilder.DropForeignKey(
                name: "FK_Mails_Assessments_AssessmentId_BodyId",
                table: "Mails");

            migrationBuilder.DropForeignKey(
                name: "FK_Members_Assessments_AssessmentId_BodyId",
                table: "Members");

            migrationBuilder.DropForeignKey(
                name: "FK_Members_Users_UserId_BodyId",
                table: "Members");

            migrationBuilder.DropForeignKey(
                name: "FK_Mentions_Comments_CommentId_BodyId",
                table: "Mentions");

            migrationBuilder.DropForeignKey(
                name: "FK_Mentions_Users_UserId_BodyId",
                table: "Mentions");

            migrationBuilder.DropForeignKey(
                name: "FK_Messages_Assessments_AssessmentId_BodyId",
                table: "Messages");

            migrationBuilder.DropForeignKey(
                name: "FK_PlannedMeasures_Plans_PlanId_BodyId",
                table: "PlannedMeasures");

            migrationBuilder.DropForeignKey(
                name: "FK_PlannedMeasures_Users_OwnerId_BodyId",
                table: "PlannedMeasures");

            migrationBuilder.DropForeignKey(
                name: "FK_Plans_Assessments_AssessmentId_BodyId",
                table: "Plans");

            migrationBuilder.DropForeignKey(
                name: "FK_PlanTasks_Plans_PlanId_BodyId",
                table: "PlanTasks");

            migrationBuilder.DropForeignKey(
                name: "FK_PublicTasks_Assessments_AssessmentId_BodyId",
                table: "PublicTasks");

            migrationBuilder.DropForeignKey(
                name: "FK_QuestionAssignments_Assessments_AssessmentId_BodyId",
                table: "QuestionAssignments");

            migrationBuilder.DropForeignKey(
                name: "FK_QuestionAssignments_Users_AssignedByUserId_BodyId",
                table: "QuestionAssignments");

            migrationBuilder.DropForeignKey(
                name: "FK_QuestionAssignments_Users_UserId_BodyId",
                table: "QuestionAssignments");

            migrationBuilder.DropForeignKey(
                name: "FK_RatingRounds_Assessments_AssessmentId_BodyId",
                table: "RatingRounds");

            migrationBuilder.DropForeignKey(
                name: "FK_Ratings_RatingRounds_RoundId_BodyId",
                table: "Ratings");

            migrationBuilder.DropForeignKey(
                name: "FK_ResearchItems_Assessments_AssessmentId_BodyId",
                table: "ResearchItems");

            migrationBuilder.DropForeignKey(
                name: "FK_ResearchItems_Users_OwnerId_BodyId",
                table: "ResearchItems");

            migrationBuilder.DropForeignKey(
                name: "FK_ReviewEntries_ReviewItems_ItemId_BodyId",
                table: "ReviewEntries");

            migrationBuilder.DropForeignKey(
                name: "FK_ReviewItems_Assessments_AssessmentId_BodyId",
                table: "ReviewItems");

            migrationBuilder.DropForeignKey(
                name: "FK_RiskAcceptances_Risks_RiskId_BodyId",
                table: "RiskAcceptances");

            migrationBuilder.DropForeignKey(
                name: "FK_RiskJudgements_Risks_RiskId_BodyId",
                table: "RiskJudgements");

            migrationBuilder.DropForeignKey(
                name: "FK_RiskLinks_Risks_RiskId_BodyId",
                table: "RiskLinks");

            migrationBuilder.DropForeignKey(
                name: "FK_Risks_Assessments_AssessmentId_BodyId",
                table: "Risks");

            migrationBuilder.DropForeignKey(
                name: "FK_Scores_Assessments_AssessmentId_BodyId",
                table: "Scores");

            migrationBuilder.DropForeignKey(
                name: "FK_SignOffs_Assessments_AssessmentId_BodyId",
                table: "SignOffs");

            migrationBuilder.DropForeignKey(
                name: "FK_StepNotes_Assessments_AssessmentId_BodyId",
                table: "StepNotes");

            migrationBuilder.DropForeignKey(
                name: "FK_SuspicionEntries_Suspicions_SuspicionId_BodyId",
                table: "SuspicionEntries");

            migrationBuilder.DropForeignKey(
                name: "FK_Suspicions_Assessments_AssessmentId_BodyId",
                table: "Suspicions");

            migrationBuilder.DropForeignKey(
                name: "FK_Suspicions_WorkflowInstances_InstanceId_BodyId",
                table: "Suspicions");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkbookExports_Assessments_AssessmentId_BodyId",
                table: "WorkbookExports");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkbookExports_Plans_PlanId_BodyId",
                table: "WorkbookExports");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkbookImports_Assessments_AssessmentId_BodyId",
                table: "WorkbookImports");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkbookImports_WorkbookExports_ExportId_BodyId",
                table: "WorkbookImports");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowBranches_WorkflowInstances_InstanceId_BodyId",
                table: "WorkflowBranches");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowFacts_WorkflowInstances_InstanceId_BodyId",
                table: "WorkflowFacts");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowInstances_Assessments_AssessmentId_BodyId",
                table: "WorkflowInstances");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowSteps_WorkflowInstances_InstanceId_BodyId",
                table: "WorkflowSteps");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowTimers_WorkflowSteps_StepId_BodyId",
                table: "WorkflowTimers");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkflowVotes_WorkflowSteps_StepId_BodyId",
                table: "WorkflowVotes");

            migrationBuilder.DropTable(
                name: "AccountLinks");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "Passkeys");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "TrailChecks");

            migrationBuilder.DropTable(
                name: "TrailHeads");

            migrationBuilder.DropTable(
                name: "TrailValues");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_WorkflowSteps_Id_BodyId",
                table: "WorkflowSteps");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_WorkflowInstances_Id_BodyId",
                table: "WorkflowInstances");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_WorkbookExports_Id_BodyId",
                table: "WorkbookExports");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_Users_Id_BodyId",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Trail_BodyId_Sequence",
                table: "Trail");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_Suspicions_Id_BodyId",
                table: "Suspicions");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_Risks_Id_BodyId",
                table: "Risks");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_ReviewItems_Id_BodyId",
                table: "ReviewItems");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_RatingRounds_Id_BodyId",
                table: "RatingRounds");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_Plans_Id_BodyId",
                table: "Plans");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_PlannedMeasures_Id_BodyId",
                table: "PlannedMeasures");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_Comments_Id_BodyId",
                table: "Comments");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_Attachments_Id_BodyId",
                table: "Attachments");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_Assessments_Id_BodyId",
                table: "Assessments");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_Answers_Id_BodyId",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "WorkflowVotes");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "WorkflowTimers");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "WorkflowSteps");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "WorkflowFacts");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "WorkflowBranches");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "WorkbookImports");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "WorkbookExports");

            migrationBuilder.DropColumn(
                name: "AfterHash",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "BeforeHash",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "KeyId",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "ReasonHash",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Suspicions");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "SuspicionEntries");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "StepNotes");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "SignOffs");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Scores");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "RiskLinks");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "RiskJudgements");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "RiskAcceptances");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "ReviewItems");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "ReviewEntries");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "ResearchItems");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Ratings");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "RatingRounds");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "QuestionAssignments");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "PublicTasks");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "PlanTasks");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "PlannedMeasures");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Mentions");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "GateLiftings");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "EffectMeasurements");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Distinctions");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "ClassOverrides");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "CalendarFeeds");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "AttachmentContents");

            migrationBuilder.DropColumn(
                name: "ErasedUtc",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "AnswerSights");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "AnswerRevisions");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "ActionNotes");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "ActionDependencies");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "ActionClosures");

            migrationBuilder.AddColumn<string>(
                name: "After",
                table: "Trail",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "Trail",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Trail",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Trail_BodyId",
                table: "Trail",
                column: "BodyId");

            migrationBuilder.AddForeignKey(
                name: "FK_ActionClosures_PlannedMeasures_ActionId",
                table: "ActionClosures",
                column: "ActionId",
                principalTable: "PlannedMeasures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ActionDependencies_PlannedMeasures_ActionId",
                table: "ActionDependencies",
                column: "ActionId",
                principalTable: "PlannedMeasures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ActionDependencies_PlannedMeasures_DependsOnId",
                table: "ActionDependencies",
                column: "DependsOnId",
                principalTable: "PlannedMeasures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ActionNotes_PlannedMeasures_ActionId",
                table: "ActionNotes",
                column: "ActionId",
                principalTable: "PlannedMeasures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_AnswerRevisions_Answers_AnswerId",
                table: "AnswerRevisions",
                column: "AnswerId",
                principalTable: "Answers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Answers_Assessments_AssessmentId",
                table: "Answers",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_AnswerSights_Assessments_AssessmentId",
                table: "AnswerSights",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_AttachmentContents_Attachments_AttachmentId",
                table: "AttachmentContents",
                column: "AttachmentId",
                principalTable: "Attachments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Attachments_Assessments_AssessmentId",
                table: "Attachments",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Attachments_Users_UserId",
                table: "Attachments",
                column: "UserId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_BodyRoles_Users_UserId",
                table: "BodyRoles",
                column: "UserId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_CalendarFeeds_Users_UserId",
                table: "CalendarFeeds",
                column: "UserId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ClassOverrides_Assessments_AssessmentId",
                table: "ClassOverrides",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Assessments_AssessmentId",
                table: "Comments",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Users_UserId",
                table: "Comments",
                column: "UserId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Decisions_Assessments_AssessmentId",
                table: "Decisions",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Distinctions_Assessments_AssessmentId",
                table: "Distinctions",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_EffectMeasurements_PlannedMeasures_ActionId",
                table: "EffectMeasurements",
                column: "ActionId",
                principalTable: "PlannedMeasures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_GateLiftings_Assessments_AssessmentId",
                table: "GateLiftings",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Jobs_Assessments_AssessmentId",
                table: "Jobs",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Jobs_Users_UserId",
                table: "Jobs",
                column: "UserId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_KeeperSuggestions_Assessments_AssessmentId",
                table: "KeeperSuggestions",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Mails_Assessments_AssessmentId",
                table: "Mails",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Members_Assessments_AssessmentId",
                table: "Members",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Members_Users_UserId",
                table: "Members",
                column: "UserId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Mentions_Comments_CommentId",
                table: "Mentions",
                column: "CommentId",
                principalTable: "Comments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Mentions_Users_UserId",
                table: "Mentions",
                column: "UserId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Messages_Assessments_AssessmentId",
                table: "Messages",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PlannedMeasures_Plans_PlanId",
                table: "PlannedMeasures",
                column: "PlanId",
                principalTable: "Plans",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PlannedMeasures_Users_OwnerId",
                table: "PlannedMeasures",
                column: "OwnerId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Plans_Assessments_AssessmentId",
                table: "Plans",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PlanTasks_Plans_PlanId",
                table: "PlanTasks",
                column: "PlanId",
                principalTable: "Plans",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PublicTasks_Assessments_AssessmentId",
                table: "PublicTasks",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_QuestionAssignments_Assessments_AssessmentId",
                table: "QuestionAssignments",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_QuestionAssignments_Users_AssignedByUserId",
                table: "QuestionAssignments",
                column: "AssignedByUserId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_QuestionAssignments_Users_UserId",
                table: "QuestionAssignments",
                column: "UserId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RatingRounds_Assessments_AssessmentId",
                table: "RatingRounds",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Ratings_RatingRounds_RoundId",
                table: "Ratings",
                column: "RoundId",
                principalTable: "RatingRounds",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ResearchItems_Assessments_AssessmentId",
                table: "ResearchItems",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ResearchItems_Users_OwnerId",
                table: "ResearchItems",
                column: "OwnerId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ReviewEntries_ReviewItems_ItemId",
                table: "ReviewEntries",
                column: "ItemId",
                principalTable: "ReviewItems",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ReviewItems_Assessments_AssessmentId",
                table: "ReviewItems",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RiskAcceptances_Risks_RiskId",
                table: "RiskAcceptances",
                column: "RiskId",
                principalTable: "Risks",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RiskJudgements_Risks_RiskId",
                table: "RiskJudgements",
                column: "RiskId",
                principalTable: "Risks",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RiskLinks_Risks_RiskId",
                table: "RiskLinks",
                column: "RiskId",
                principalTable: "Risks",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Risks_Assessments_AssessmentId",
                table: "Risks",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Scores_Assessments_AssessmentId",
                table: "Scores",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SignOffs_Assessments_AssessmentId",
                table: "SignOffs",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_StepNotes_Assessments_AssessmentId",
                table: "StepNotes",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SuspicionEntries_Suspicions_SuspicionId",
                table: "SuspicionEntries",
                column: "SuspicionId",
                principalTable: "Suspicions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Suspicions_Assessments_AssessmentId",
                table: "Suspicions",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Suspicions_WorkflowInstances_InstanceId",
                table: "Suspicions",
                column: "InstanceId",
                principalTable: "WorkflowInstances",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Trail_Bodies_BodyId",
                table: "Trail",
                column: "BodyId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkbookExports_Assessments_AssessmentId",
                table: "WorkbookExports",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkbookExports_Plans_PlanId",
                table: "WorkbookExports",
                column: "PlanId",
                principalTable: "Plans",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkbookImports_Assessments_AssessmentId",
                table: "WorkbookImports",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkbookImports_WorkbookExports_ExportId",
                table: "WorkbookImports",
                column: "ExportId",
                principalTable: "WorkbookExports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowBranches_WorkflowInstances_InstanceId",
                table: "WorkflowBranches",
                column: "InstanceId",
                principalTable: "WorkflowInstances",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowFacts_WorkflowInstances_InstanceId",
                table: "WorkflowFacts",
                column: "InstanceId",
                principalTable: "WorkflowInstances",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowInstances_Assessments_AssessmentId",
                table: "WorkflowInstances",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowSteps_WorkflowInstances_InstanceId",
                table: "WorkflowSteps",
                column: "InstanceId",
                principalTable: "WorkflowInstances",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowTimers_WorkflowSteps_StepId",
                table: "WorkflowTimers",
                column: "StepId",
                principalTable: "WorkflowSteps",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkflowVotes_WorkflowSteps_StepId",
                table: "WorkflowVotes",
                column: "StepId",
                principalTable: "WorkflowSteps",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
