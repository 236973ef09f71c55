using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Audit.Data.Database.Copy;

/// <summary>A part of the rows of a table.</summary>
/// <param name="After">How many rows come before it.</param>
/// <param name="Size">The most that it holds.</param>
internal sealed record Page(int After, int Size);

/// <summary>One table of the model, read and written without knowing what is in it.</summary>
internal abstract class EntityTable(IEntityType entity)
{
    /// <summary>Name of the table in both databases.</summary>
    public string Name { get; } = entity.GetTableName()!;

    /// <summary>What the first rows hold, in the order of the key.</summary>
    /// <remarks>Numbers that a database gives are left out; the place of the row stands for them, so that another order is seen.</remarks>
    public abstract Task<Fingerprint> FingerprintAsync(AuditContext db, int rows, CancellationToken cancellation);

    /// <summary>Adds the rows of a page of the source, in the order of the key.</summary>
    /// <returns>How many there were.</returns>
    public abstract Task<int> CopyAsync(AuditContext source, AuditContext target, Page page, CancellationToken cancellation);

    /// <summary>The kind of its rows.</summary>
    public Type Row { get; } = entity.ClrType;

    /// <summary>Its columns, in the order in which <see cref="OfBodyAsync"/> gives their values.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. entity.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal)];

    /// <summary>The rows of one body, in the order of the key; all of them where they are common to all bodies.</summary>
    public abstract IAsyncEnumerable<IReadOnlyList<object?>> OfBodyAsync(AuditContext db, Guid bodyId);

    /// <summary>Deletes the rows of one body at once; a table that is common to all bodies keeps its rows.</summary>
    /// <returns>How many there were.</returns>
    public abstract Task<int> DeleteOfBodyAsync(AuditContext db, Guid bodyId, CancellationToken cancellation);
}

/// <inheritdoc/>
internal sealed class EntityTable<T>(IEntityType entity) : EntityTable(entity)
    where T : class
{
    private readonly List<string> key = [.. entity.FindPrimaryKey()!.Properties.Select(property => property.Name)];
    private readonly IProperty? generated = TableOrder.GeneratedKeyOf(entity);
    private readonly List<IProperty> copied =
        [.. entity.GetProperties().Where(property => property != TableOrder.GeneratedKeyOf(entity)).OrderBy(property => property.Name, StringComparer.Ordinal)];

    private readonly List<IProperty> columns = [.. entity.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal)];

    public override async Task<Fingerprint> FingerprintAsync(AuditContext db, int rows, CancellationToken cancellation)
    {
        var fingerprint = default(Fingerprint);
        await foreach (var row in InOrder(db).Take(rows).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var values = copied.Select(property => ValueOf(property, row));
            fingerprint = fingerprint.With(generated is null ? values : values.Append(fingerprint.Rows));
        }

        return fingerprint;
    }

    /// <summary>A value as it is; an object that is kept as text, as that text.</summary>
    private static object? ValueOf(IProperty property, T row)
    {
        var value = property.GetGetter().GetClrValue(row);
        return property.ClrType.IsClass && property.GetValueConverter() is { } converter ? converter.ConvertToProvider(value) : value;
    }

    public override async Task<int> CopyAsync(AuditContext source, AuditContext target, Page page, CancellationToken cancellation)
    {
        var batch = await InOrder(source).Skip(page.After).Take(page.Size).ToListAsync(cancellation);
        if (generated is null)
        {
            target.AddRange(batch);
            return batch.Count;
        }

        foreach (var row in batch)
        {
            await AddAsync(target, row, cancellation);
        }

        return batch.Count;
    }

    public override async IAsyncEnumerable<IReadOnlyList<object?>> OfBodyAsync(AuditContext db, Guid bodyId)
    {
        await foreach (var row in InOrder(BodyRows.Of<T>(db, bodyId)).AsAsyncEnumerable())
        {
            yield return [.. columns.Select(column => column.GetGetter().GetClrValue(row))];
        }
    }

    public override Task<int> DeleteOfBodyAsync(AuditContext db, Guid bodyId, CancellationToken cancellation) =>
        BodyRows.AreOfBodies(typeof(T)) ? BodyRows.Of<T>(db, bodyId).ExecuteDeleteAsync(cancellation) : Task.FromResult(0);

    /// <summary>One at a time: EF gives no promise about the order of rows within a save, and here the order is the meaning.</summary>
    private async Task AddAsync(AuditContext target, T row, CancellationToken cancellation)
    {
        generated!.PropertyInfo!.SetValue(row, Activator.CreateInstance(generated.ClrType));
        target.Add(row);
        await target.SaveChangesAsync(cancellation);
        target.ChangeTracker.Clear();
    }

    private IQueryable<T> InOrder(AuditContext db) => InOrder(db.Set<T>().AsNoTracking());

    private IQueryable<T> InOrder(IQueryable<T> rows) => key.Skip(1).Aggregate(rows.OrderBy(By(key[0])), (ordered, name) => ordered.ThenBy(By(name)));

    private static Expression<Func<T, object>> By(string name) => row => EF.Property<object>(row, name);
}
