using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Audit.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TrailChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.KeepTrailValues();

            migrationBuilder.DropForeignKey(
                name: "FK_Trail_Bodies_BodyId",
                table: "Trail");

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

            migrationBuilder.AlterColumn<long>(
                name: "Id",
                table: "Trail",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .OldAnnotation("Sqlite:Autoincrement", true);

            migrationBuilder.AddColumn<byte[]>(
                name: "AfterHash",
                table: "Trail",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "BeforeHash",
                table: "Trail",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeyId",
                table: "Trail",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ReasonHash",
                table: "Trail",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "Trail",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Sequence",
                table: "Trail",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedUtc",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TrailChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Problems = table.Column<int>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrailChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrailHeads",
                columns: table => new
                {
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Seal = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrailHeads", x => x.BodyId);
                });

            migrationBuilder.CreateTable(
                name: "TrailValues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ErasedUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrailChecks_BodyId_CheckedUtc",
                table: "TrailChecks",
                columns: new[] { "BodyId", "CheckedUtc" });

            migrationBuilder.MoveTrailValues();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TrailChecks");

            migrationBuilder.DropTable(
                name: "TrailHeads");

            migrationBuilder.DropTable(
                name: "TrailValues");

            migrationBuilder.DropIndex(
                name: "IX_Trail_BodyId_Sequence",
                table: "Trail");

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
                name: "ErasedUtc",
                table: "Assessments");

            migrationBuilder.AlterColumn<long>(
                name: "Id",
                table: "Trail",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .Annotation("Sqlite:Autoincrement", true);

            migrationBuilder.AddColumn<string>(
                name: "After",
                table: "Trail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "Trail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Trail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trail_BodyId",
                table: "Trail",
                column: "BodyId");

            migrationBuilder.AddForeignKey(
                name: "FK_Trail_Bodies_BodyId",
                table: "Trail",
                column: "BodyId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
