using System.Runtime.CompilerServices;
using System.Text;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Audit.Integration.Tests.Database;

/// <summary>One row in every table that belongs to a body, all with the same id: so every reference is to the row with that id.</summary>
/// <param name="id">The id of every row, also of the body.</param>
/// <param name="text">What stands in every text and every file.</param>
public sealed class OneOfEach(Guid id, string text)
{
    public static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Values that may not be the usual ones; null leaves a property as it is.</summary>
    public Func<IProperty, object?> Special { get; init; } = _ => null;

    /// <summary>The kinds of rows that are made.</summary>
    public static bool Has(IReadOnlyTypeBase type) => type.ClrType.Assembly == typeof(AuditContext).Assembly && type.ClrType != typeof(TrailHeadRow);

    /// <summary>Whether a property of a trail record is calculated when it is saved, or set by its erasure.</summary>
    public static bool IsSealed(IReadOnlyProperty property) => property.DeclaringType.ClrType == typeof(TrailRow)
        && property.Name is nameof(TrailRow.Sequence) or nameof(TrailRow.Seal) or nameof(TrailRow.KeyId) or nameof(TrailRow.ErasedUtc) or nameof(TrailRow.BeforeHash) or nameof(TrailRow.AfterHash) or nameof(TrailRow.ReasonHash);

    /// <summary>Adds them to a change.</summary>
    /// <param name="db">The change.</param>
    /// <param name="only">Which kinds; all when not said.</param>
    public void AddTo(AuditContext db, Func<IEntityType, bool>? only = null) => db.AddRange(
        db.Model.GetEntityTypes().Where(entity => Has(entity) && (only is null || only(entity))).Select(entity => Fill(db.Entry(RuntimeHelpers.GetUninitializedObject(entity.ClrType)))));

    private object Fill(EntityEntry entry)
    {
        foreach (var property in entry.Properties.Where(property => !IsSealed(property.Metadata)))
        {
            property.CurrentValue = Special(property.Metadata) ?? ValueOf(property.Metadata) ?? property.CurrentValue;
        }

        return entry.Entity;
    }

    private object? ValueOf(IProperty property) => property switch
    {
        { Name: "PreviousId" } => null,
        _ when property.ClrType == typeof(string) => text,
        _ when property.ClrType == typeof(byte[]) => Encoding.UTF8.GetBytes(text),
        _ when property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?) => id,
        _ when property.ClrType == typeof(DateTime) => LongAgo,
        _ => null,
    };
}
