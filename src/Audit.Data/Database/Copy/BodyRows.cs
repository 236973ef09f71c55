using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database.Copy;

/// <summary>The rows of one body in a table, named outright and not left to a filter: what is exported and erased must not depend on a scope.</summary>
internal static class BodyRows
{
    /// <summary>Whether rows of a kind belong to bodies at all.</summary>
    public static bool AreOfBodies(Type row) => !BodyFilter.OfInstallation.Contains(row);

    /// <summary>Those of one body; all of them where they are common to all bodies.</summary>
    public static IQueryable<T> Of<T>(AuditContext db, Guid bodyId)
        where T : class
    {
        var rows = db.Set<T>().AsNoTracking();
        return typeof(T) switch
        {
            var row when row.IsAssignableTo(typeof(IBodyOwned)) => rows.Where(owned => EF.Property<Guid>(owned, nameof(IBodyOwned.BodyId)) == bodyId),
            var row when row == typeof(BodyRow) => rows.Where(body => EF.Property<Guid>(body, nameof(BodyRow.Id)) == bodyId),
            var row when !AreOfBodies(row) => rows,
            _ => rows.Where(part => db.Users.Any(user => user.BodyId == bodyId && user.Id == EF.Property<Guid>(part, "UserId"))),
        };
    }
}
