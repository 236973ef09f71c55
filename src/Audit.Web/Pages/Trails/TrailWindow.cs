using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Trails;

/// <summary>A page of the trail, newest first, found by the record next to it: the last page costs no more than the first.</summary>
/// <param name="Rows">Its records.</param>
/// <param name="Newer">The page with newer ones comes after this number; null when there are none.</param>
/// <param name="Older">The page with older ones comes before this number; null when there are none.</param>
internal sealed record TrailWindow(IReadOnlyList<TrailRow> Rows, long? Newer, long? Older)
{
    public const int PageSize = 50;

    /// <summary>Rows that are read at a time when all of them are wanted.</summary>
    private const int BatchSize = 1000;

    /// <param name="rows">What to choose from.</param>
    /// <param name="order">How they are ordered.</param>
    /// <param name="voor">Before which number; null for the newest.</param>
    /// <param name="na">After which number.</param>
    public static async Task<TrailWindow> ReadAsync(IQueryable<TrailRow> rows, TrailOrder order, long? voor, long? na)
    {
        if (na is { } after && await Ascending(rows, order, after).Take(PageSize + 1).ToListAsync() is { Count: > PageSize } newer)
        {
            newer.RemoveAt(PageSize);
            newer.Reverse();
            return new(newer, NumberOf(newer[0], order), NumberOf(newer[^1], order));
        }

        // With fewer than a page of newer ones it is the first page that is meant.
        var before = na is null ? voor : null;
        var found = await Descending(rows, order, before).Take(PageSize + 1).ToListAsync();
        var hasOlder = found.Count > PageSize;
        if (hasOlder)
        {
            found.RemoveAt(PageSize);
        }

        return new(found, before is null ? null : found.Count > 0 ? NumberOf(found[0], order) : before - 1, hasOlder ? NumberOf(found[^1], order) : null);
    }

    /// <summary>All of them, newest first, some at a time: nobody who writes waits for it, and no memory holds them all.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<TrailRow>> AllAsync(IQueryable<TrailRow> rows, TrailOrder order)
    {
        for (long? before = null; ;)
        {
            var found = await Descending(rows, order, before).Take(BatchSize).ToListAsync();
            yield return found;
            if (found.Count < BatchSize)
            {
                yield break;
            }

            before = NumberOf(found[^1], order);
        }
    }

    private static long? NumberOf(TrailRow row, TrailOrder order) => order == TrailOrder.OfCase ? row.Id : row.Sequence;

    private static IQueryable<TrailRow> Descending(IQueryable<TrailRow> rows, TrailOrder order, long? before) => order == TrailOrder.OfCase
        ? (before is null ? rows : rows.Where(row => row.Id < before)).OrderByDescending(row => row.Id)
        : (before is null ? rows : rows.Where(row => row.Sequence < before)).OrderByDescending(row => row.Sequence);

    private static IQueryable<TrailRow> Ascending(IQueryable<TrailRow> rows, TrailOrder order, long after) => order == TrailOrder.OfCase
        ? rows.Where(row => row.Id > after).OrderBy(row => row.Id)
        : rows.Where(row => row.Sequence > after).OrderBy(row => row.Sequence);
}
