using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Audit.SqlServerProof;

/// <summary>SQL Server refuses tables that a deletion can reach along two ways or in a circle (error 1785).</summary>
internal static class CascadePaths
{
    public static IEnumerable<string> Check(IReadOnlyList<ITable> tables)
    {
        var ways = tables.SelectMany(table => table.ForeignKeyConstraints)
            .Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull)
            .ToLookup(key => key.PrincipalTable.Name, key => key.Table.Name);
        return tables.Select(table => FaultFrom(table.Name, ways)).OfType<string>().Distinct();
    }

    private static string? FaultFrom(string start, ILookup<string, string> ways)
    {
        var reached = new HashSet<string>();
        var waiting = new Stack<string>([start]);
        while (waiting.TryPop(out var table))
        {
            foreach (var next in ways[table])
            {
                if (next == start)
                {
                    return $"a deletion in {start} cascades in a circle";
                }

                if (!reached.Add(next))
                {
                    return $"a deletion in {start} reaches {next} along more than one cascade path";
                }

                waiting.Push(next);
            }
        }

        return null;
    }
}
