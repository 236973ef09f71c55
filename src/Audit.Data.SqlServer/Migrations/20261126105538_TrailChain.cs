using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Audit.Data.SqlServer.Migrations
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

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedUtc",
                table: "Assessments",
                type: "datetime2",
                nullable: true);

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
                name: "FK_Trail_Bodies_BodyId",
                table: "Trail",
                column: "BodyId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
