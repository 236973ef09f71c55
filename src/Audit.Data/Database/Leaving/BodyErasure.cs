using Audit.Data.Database.Chain;
using Audit.Data.Database.Copy;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database.Leaving;

/// <summary>An order to take a body out of an installation.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="Name">Its name as whoever orders it typed it, so that the wrong body is not taken.</param>
/// <param name="Reason">Why; it stays in the trail.</param>
public sealed record ErasureOrder(Guid BodyId, string Name, string Reason);

/// <summary>Deletes everything of one body in one transaction. What stays is its id and its trail without values: that something happened, and when, can still be shown.</summary>
public sealed class BodyErasure(AuditDatabase database)
{
    /// <summary>Event in the trail.</summary>
    public const string Event = "body.deleted";

    /// <summary>What stands where the name was.</summary>
    public const string Gone = "(verwijderd)";

    /// <returns>How many rows were deleted, by table; tables without any are left out.</returns>
    /// <exception cref="DatabaseRefusedException">There is no such body, or its name is another one.</exception>
    public Task<IReadOnlyDictionary<string, int>> RunAsync(ErasureOrder order, DateTime nowUtc, CancellationToken cancellation = default) =>
        database.OverAllBodies().WriteAsync(db => EraseAsync(db, order, nowUtc, cancellation), cancellation);

    private static async Task<IReadOnlyDictionary<string, int>> EraseAsync(AuditContext db, ErasureOrder order, DateTime nowUtc, CancellationToken cancellation)
    {
        var body = await db.Bodies.SingleOrDefaultAsync(row => row.Id == order.BodyId, cancellation) ?? throw new DatabaseRefusedException($"Er is geen organisatie met nummer {order.BodyId}.");
        if (body.Name == Gone || body.NormalizedName != BodyRow.Normalize(order.Name))
        {
            throw new DatabaseRefusedException($"De organisatie met nummer {order.BodyId} heet niet '{order.Name.Trim()}'. Er is niets verwijderd.");
        }

        var deleted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in TableOrder.Of(db.Model).Reverse().Where(table => table.Row != typeof(BodyRow) && table.Row != typeof(TrailRow) && table.Row != typeof(TrailHeadRow)))
        {
            if (await table.DeleteOfBodyAsync(db, body.Id, cancellation) is > 0 and var rows)
            {
                deleted[table.Name] = rows;
            }
        }

        await TrailErasure.RunAsync(db, db.Trail.Where(row => row.BodyId == body.Id), nowUtc, cancellation);
        (body.Name, body.Identifier) = (Gone, null);
        db.Trail.Add(new() { BodyId = body.Id, AtUtc = nowUtc, Event = TrailErasure.Event, Subject = "body", Reason = order.Reason });
        db.Trail.Add(new() { BodyId = body.Id, AtUtc = nowUtc, Event = Event, Subject = "body", Reason = order.Reason });
        return deleted;
    }
}
