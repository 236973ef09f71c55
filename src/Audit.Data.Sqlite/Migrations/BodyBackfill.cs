using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Audit.Data.Migrations;

/// <summary>Gives rows of before <c>BodyKeys</c> the body of the row that they belong to; the same on both databases.</summary>
/// <remarks>Call it at the end of <c>Up</c>: it moves the new columns and the filling to the front, before the keys that need them.</remarks>
internal static class BodyBackfill
{
    private const string Column = "BodyId";
    private const string People = "Users";

    public static void FillBodies(this MigrationBuilder migration)
    {
        var columns = migration.Operations.OfType<AddColumnOperation>().Where(column => column.Name == Column).ToList();
        List<MigrationOperation> first = [.. columns, .. Updates(migration, [.. columns.Select(column => column.Table)]), .. Indexes(migration)];
        migration.Operations.RemoveAll(columns.Contains);
        migration.Operations.InsertRange(0, first);
    }

    /// <summary>SQLite makes every table anew, and checks the wide keys while the tables that they refer to are still the old ones; those go, and these indexes with them.</summary>
    private static IEnumerable<SqlOperation> Indexes(MigrationBuilder migration) => migration.ActiveProvider.EndsWith("Sqlite", StringComparison.Ordinal)
        ? migration.Operations.OfType<AddUniqueConstraintOperation>().Select(key => new SqlOperation
        {
            Sql = $"""CREATE UNIQUE INDEX "{key.Name}" ON "{key.Table}" ({string.Join(", ", key.Columns.Select(column => $"\"{column}\""))});""",
        })
        : [];

    private static IEnumerable<SqlOperation> Updates(MigrationBuilder migration, HashSet<string> waiting)
    {
        var keys = migration.Operations.OfType<AddForeignKeyOperation>().Where(key => key.Columns.Contains(Column)).ToLookup(key => key.Table);
        while (waiting.Count > 0)
        {
            var ready = waiting.Select(table => ParentOf(keys[table])).Where(key => !waiting.Contains(key.PrincipalTable)).ToList();
            if (ready.Count == 0)
            {
                throw new InvalidOperationException($"no row tells the body of those in {string.Join(", ", waiting)}");
            }

            foreach (var key in ready)
            {
                waiting.Remove(key.Table);
                yield return Update(key);
            }
        }
    }

    /// <summary>People are referred to in passing as well, so they come last.</summary>
    private static AddForeignKeyOperation ParentOf(IEnumerable<AddForeignKeyOperation> keys) => keys.OrderBy(key => key.PrincipalTable == People).First();

    private static SqlOperation Update(AddForeignKeyOperation key) => new()
    {
        Sql = $"""
            UPDATE "{key.Table}" SET "{Column}" = (SELECT "parent"."{Column}" FROM "{key.PrincipalTable}" AS "parent" WHERE "parent"."Id" = "{key.Table}"."{key.Columns[0]}");
            """,
    };
}
