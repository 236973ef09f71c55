using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Audit.Data.Database.Copy;

/// <summary>The tables of the model, each after the tables that it refers to.</summary>
internal static class TableOrder
{
    /// <exception cref="NotSupportedException">The model has something that this way of copying would lose.</exception>
    public static IReadOnlyList<EntityTable> Of(IModel model)
    {
        var ordered = new List<IEntityType>();
        var waiting = model.GetEntityTypes().OrderBy(entity => entity.Name, StringComparer.Ordinal).ToList();
        waiting.ForEach(RefuseUnfit);
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(entity => entity.GetForeignKeys().All(key => IsWithinARow(key) || ordered.Contains(key.PrincipalEntityType))).ToList();
            if (ready.Count == 0)
            {
                throw new NotSupportedException($"tables refer to each other in a circle: {string.Join(", ", waiting.Select(entity => entity.Name))}");
            }

            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }

        return [.. ordered.Select(TableOf)];
    }

    /// <summary>The number that the database gives each row; null when the program makes the key.</summary>
    public static IProperty? GeneratedKeyOf(IEntityType entity) => entity.FindPrimaryKey()!.Properties
        .SingleOrDefault(property => property.ValueGenerated == ValueGenerated.OnAdd && (property.ClrType == typeof(long) || property.ClrType == typeof(int)));

    /// <summary>Whether a key only ties together the tables that a row is spread over; EF writes those together.</summary>
    private static bool IsWithinARow(IForeignKey key) => key.DeclaringEntityType == key.PrincipalEntityType && key.Properties.SequenceEqual(key.PrincipalKey.Properties);

    private static EntityTable TableOf(IEntityType entity) =>
        (EntityTable)Activator.CreateInstance(typeof(EntityTable<>).MakeGenericType(entity.ClrType), entity)!;

    private static void RefuseUnfit(IEntityType entity)
    {
        var plain = entity.FindPrimaryKey() is not null && !entity.IsOwned() && !entity.HasSharedClrType && entity.BaseType is null
            && !entity.GetComplexProperties().Any() && !entity.GetProperties().Any(property => property.IsShadowProperty());
        if (!plain)
        {
            throw new NotSupportedException($"{entity.Name} is more than a plain table");
        }

        if (GeneratedKeyOf(entity) is { } generated && entity.GetReferencingForeignKeys().Any(key => !IsWithinARow(key) && key.PrincipalKey.Properties.Contains(generated)))
        {
            throw new NotSupportedException($"something refers to {entity.Name} by a number that is new in the target");
        }
    }
}
