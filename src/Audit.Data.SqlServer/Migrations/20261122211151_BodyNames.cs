using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Audit.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class BodyNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NormalizedName",
                table: "Bodies",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Bodies_NormalizedName_Identifier",
                table: "Bodies",
                columns: new[] { "NormalizedName", "Identifier" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Bodies_NormalizedName_Identifier",
                table: "Bodies");

            migrationBuilder.DropColumn(
                name: "NormalizedName",
                table: "Bodies");
        }
    }
}
