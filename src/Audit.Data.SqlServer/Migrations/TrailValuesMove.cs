using Microsoft.EntityFrameworkCore.Migrations;

namespace Audit.Data.SqlServer.Migrations;

/// <summary>
/// Hand-written part of the migration that gives the values of trail records a table of their own. Call <see cref="KeepTrailValues"/> as the first and
/// <see cref="MoveTrailValues"/> as the last statement of its Up, also when it is generated again.
/// </summary>
internal static class TrailValuesMove
{
    public static void KeepTrailValues(this MigrationBuilder migration) =>
        migration.Sql("""SELECT "Id", "Before", "After", "Reason" INTO "TrailValuesKept" FROM "Trail";""");

    public static void MoveTrailValues(this MigrationBuilder migration)
    {
        migration.Sql("""INSERT INTO "TrailValues" ("Id", "Before", "After", "Reason") SELECT "Id", "Before", "After", "Reason" FROM "TrailValuesKept";""");
        migration.Sql("""DROP TABLE "TrailValuesKept";""");
    }
}
