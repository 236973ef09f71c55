using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>What is wrong with the trail as a whole, after the server was killed.</summary>
internal static class ChainCheck
{
    /// <remarks>This is the one place where the verification of the chain joins the crash tests: add what it finds to this list.</remarks>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(AuditContext db)
    {
        var rows = await db.Trail.OrderBy(row => row.Id).Select(row => new { row.Id, row.BodyId }).ToListAsync();
        var bodies = await db.Bodies.Select(row => row.Id).ToListAsync();
        return
        [
            .. rows.Where(row => !bodies.Contains(row.BodyId)).Select(row => $"record {row.Id} of no body"),
            .. rows.Zip(rows.Skip(1)).Where(pair => pair.Second.Id != pair.First.Id + 1).Select(pair => $"a record is missing between {pair.First.Id} and {pair.Second.Id}"),
        ];
    }
}
