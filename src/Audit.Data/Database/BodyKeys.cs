using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Audit.Data.Database;

/// <summary>Has the database itself refuse a row that refers to a row of another body: the body is part of every foreign key between the two.</summary>
internal static class BodyKeys
{
    /// <summary>Widens the keys of the whole model, and gives foreign keys the indexes that EF would have given the narrow ones.</summary>
    public static void Apply(ModelBuilder builder)
    {
        // Otherwise EF would think up a body for a row that has none yet.
        builder.Entity<BodyRow>().Property(body => body.Id).ValueGeneratedNever();
        var entities = builder.Model.GetEntityTypes().ToList();
        foreach (var entity in entities.Where(IsOwned))
        {
            // An update or delete names the body too, so that a row made by hand with somebody else's id finds nothing to change.
            entity.FindProperty(nameof(IBodyOwned.BodyId))!.IsConcurrencyToken = true;
            foreach (var key in entity.GetForeignKeys().Where(key => IsOwned(key.PrincipalEntityType)).ToList())
            {
                Widen(entity, key);
            }
        }

        foreach (var entity in entities)
        {
            AddIndexes(entity);
        }
    }

    private static bool IsOwned(IReadOnlyEntityType entity) => entity.ClrType.IsAssignableTo(typeof(IBodyOwned));

    private static void Widen(IMutableEntityType entity, IMutableForeignKey narrow)
    {
        var principal = narrow.PrincipalEntityType;
        IMutableProperty[] referred = [.. narrow.PrincipalKey.Properties, principal.FindProperty(nameof(IBodyOwned.BodyId))!];
        IMutableProperty[] referring = [.. narrow.Properties, entity.FindProperty(nameof(IBodyOwned.BodyId))!];
        var wide = entity.AddForeignKey(referring, principal.FindKey(referred) ?? principal.AddKey(referred), principal);
        wide.IsUnique = narrow.IsUnique;
        wide.DeleteBehavior = narrow.DeleteBehavior;
        entity.RemoveForeignKey(narrow);
    }

    /// <summary>One index on what tells rows apart: that all of them are of one body narrows nothing down.</summary>
    private static void AddIndexes(IMutableEntityType entity)
    {
        foreach (var key in entity.GetForeignKeys())
        {
            var first = key.Properties[0];
            if (!entity.GetKeys().Any(known => known.Properties[0] == first) && !entity.GetIndexes().Any(known => known.Properties[0] == first))
            {
                entity.AddIndex(first).IsUnique = key.IsUnique;
            }
        }
    }
}
