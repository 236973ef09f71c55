using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Audit.Data.Database;

/// <summary>Looks at every row that is about to be written: it must belong to a body in the scope of the context. New rows get their body here.</summary>
/// <remarks>The filter on reading does not stop a row that was made by hand with the id of another body; this does, before anything is written.</remarks>
internal static class BodyGuard
{
    /// <exception cref="ForeignBodyException">A row belongs to a body outside the scope.</exception>
    public static async ValueTask EnforceAsync(AuditContext context, CancellationToken cancellation)
    {
        foreach (var entry in Changed(context.ChangeTracker))
        {
            if (BodyFilter.OfInstallation.Contains(entry.Metadata.ClrType))
            {
                continue;
            }

            var bodyId = entry.Entity switch
            {
                BodyRow body => body.Id,
                IBodyOwned row => await OwnerOfAsync(context, entry, row, cancellation),
                _ when context.Scope.SeesAllBodies => Guid.Empty,
                _ => await OwnerOfAccountAsync(context, entry, cancellation),
            };
            Refuse(context.Scope, entry, bodyId);
        }
    }

    /// <summary>Whether nothing is about to be written but rows that are the same for all bodies.</summary>
    public static bool IsOfInstallation(ChangeTracker tracker) => Changed(tracker).TrueForAll(entry => BodyFilter.OfInstallation.Contains(entry.Metadata.ClrType));

    private static List<EntityEntry> Changed(ChangeTracker tracker) =>
        [.. tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    private static void Refuse(BodyScope scope, EntityEntry entry, Guid bodyId)
    {
        var isAccountWork = scope.SeesAccounts
            && (BodyFilter.OfAccounts.Contains(entry.Metadata.ClrType) || (entry.State is EntityState.Added && BodyFilter.OfAccountWork.Contains(entry.Metadata.ClrType)));
        if (scope.SeesAllBodies || scope.BodyId == bodyId || isAccountWork)
        {
            return;
        }

        throw new ForeignBodyException($"{entry.State} {entry.Metadata.ClrType.Name} of body {bodyId} in the scope of {scope.BodyId?.ToString() ?? "nobody"}");
    }

    /// <summary>The body of a row; a new one that says none gets that of the scope, or of the row that it belongs to.</summary>
    private static async ValueTask<Guid> OwnerOfAsync(AuditContext context, EntityEntry entry, IBodyOwned row, CancellationToken cancellation)
    {
        if (entry.State is EntityState.Added)
        {
            if (row.BodyId == Guid.Empty)
            {
                entry.Property(nameof(IBodyOwned.BodyId)).CurrentValue = context.Scope.BodyId ?? await OwnerOfParentAsync(context, entry, cancellation);
            }

            return row.BodyId;
        }

        var stored = (Guid)entry.Property(nameof(IBodyOwned.BodyId)).OriginalValue!;
        return stored == row.BodyId ? stored : throw new ForeignBodyException($"{entry.Metadata.ClrType.Name} would move from body {stored} to {row.BodyId}");
    }

    private static async ValueTask<Guid> OwnerOfParentAsync(AuditContext context, EntityEntry entry, CancellationToken cancellation)
    {
        foreach (var key in entry.Metadata.GetForeignKeys().Where(key => key.PrincipalEntityType.ClrType.IsAssignableTo(typeof(IBodyOwned))))
        {
            if (entry.Property(IdOf(key)).CurrentValue is Guid id && await context.FindAsync(key.PrincipalEntityType.ClrType, [id], cancellation) is IBodyOwned parent)
            {
                return await OwnerOfAsync(context, context.Entry(parent), parent, cancellation);
            }
        }

        throw new ForeignBodyException($"{entry.Metadata.ClrType.Name} says no body and belongs to no row that has one");
    }

    /// <summary>Claims, logins and tokens belong to the body of their account.</summary>
    private static async ValueTask<Guid> OwnerOfAccountAsync(AuditContext context, EntityEntry entry, CancellationToken cancellation) =>
        await context.FindAsync<UserRow>([entry.Property(nameof(IdentityUserToken<>.UserId)).CurrentValue], cancellation) is { } user
            ? user.BodyId
            : throw new ForeignBodyException($"{entry.State} {entry.Metadata.ClrType.Name} of an account outside the scope");

    /// <summary>The part of a foreign key that tells rows apart; the other part is the body.</summary>
    private static IProperty IdOf(IForeignKey key) => key.Properties.First(property => property.Name != nameof(IBodyOwned.BodyId));
}
