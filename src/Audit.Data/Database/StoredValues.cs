using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Audit.Data.Database;

/// <summary>A text cannot be stored as it is.</summary>
/// <param name="why">What is wrong with it, for people; as a message it is Dutch.</param>
public sealed class TextNotStorableException(Sentence why) : Exception(why.ToString())
{
    /// <summary>What is wrong with it, for people.</summary>
    public Sentence Why => why;
}

/// <summary>What databases do differently with texts and times, settled before either is asked.</summary>
/// <remarks>
/// Both keep the digits of a time only, not what they mean. SQL Server refuses a text that is too long, SQLite does not; SQL Server takes "a" and "a " for the same key, SQLite does not;
/// SQL Server compares by its collation, SQLite by bytes.
/// </remarks>
internal static class StoredValues
{
    private const string ByCodePoint = "Latin1_General_100_BIN2";

    /// <summary>Has SQL Server compare and order texts by code point, as SQLite does; whatever is to be found regardless of case has a normalised column.</summary>
    public static void CompareExactly(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)))
        {
            property.SetCollation(ByCodePoint);
        }
    }

    /// <summary>Looks at every text and time that is about to be written.</summary>
    /// <exception cref="TextNotStorableException">A text is too long, or a key ends in a space.</exception>
    /// <exception cref="InvalidOperationException">A time is not in UTC, so that storing it would shift it.</exception>
    public static void Enforce(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties)
            {
                if (entry.State is EntityState.Added || property.IsModified)
                {
                    Enforce(property.Metadata, property.CurrentValue);
                }
            }
        }
    }

    private static void Enforce(IProperty property, object? value)
    {
        switch (value)
        {
            case string text:
                Enforce(property, text);
                break;
            case DateTime { Kind: not DateTimeKind.Utc } time:
                throw new InvalidOperationException($"{PlaceOf(property)}: a time must be in UTC before it is stored, this one is {time.Kind}");
        }
    }

    private static string PlaceOf(IProperty property) => $"{property.DeclaringType.ShortName()}.{property.Name}";

    private static void Enforce(IProperty property, string text)
    {
        var place = PlaceOf(property);
        if (property.GetMaxLength() is { } most && text.Length > most)
        {
            throw new TextNotStorableException(Sentence.Of($"Een tekst is te lang om te bewaren: {text.Length} tekens, hoogstens {most} kan ({place})."));
        }

        if ((property.IsKey() || property.IsIndex()) && text.EndsWith(' '))
        {
            throw new TextNotStorableException(Sentence.Of($"Een sleutel mag niet op een spatie eindigen ({place})."));
        }
    }
}
