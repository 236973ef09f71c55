using Audit.Core.Instruments;

namespace Audit.Core.Review;

/// <summary>The categories in which raters could place an item; equal when id, categories and order are equal.</summary>
/// <param name="Id">Name of the scale.</param>
/// <param name="Categories">Ids of the categories, used or not: at least one, all different. Gwet's coefficients depend on how many there are.</param>
/// <param name="IsOrdered">True when the categories go from little to much, one step apart; then weighted coefficients have a meaning.</param>
public sealed record RatingScale(string Id, IReadOnlyList<string> Categories, bool IsOrdered)
{
    /// <summary>Ids of the categories, from little to much when <see cref="IsOrdered"/>.</summary>
    public IReadOnlyList<string> Categories { get; } = Categories.Count > 0 && Categories.Distinct().Count() == Categories.Count
        ? [.. Categories]
        : throw new ArgumentException("At least one category, all different.", nameof(Categories));

    /// <summary>
    /// The scale of a question. Ordered, from low to high, when every option has a value or every option has a severity level; options with the same
    /// value keep the order shown. <see cref="Assessments.Answer.Unknown"/> and <see cref="Assessments.Answer.NotApplicable"/> are no categories.
    /// </summary>
    /// <param name="scale">Scale of the instrument.</param>
    public static RatingScale Of(Scale scale)
    {
        var ordered = scale.Options.All(option => option.Value is not null) || scale.Options.All(option => option.Level is not null);
        var options = ordered ? scale.Options.OrderBy(option => option.Value ?? option.Level) : scale.Options.AsEnumerable();
        return new(scale.Id, [.. options.Select(option => option.Id)], ordered);
    }

    /// <summary>Position of a category, from 0; -1 when the scale does not have it.</summary>
    /// <param name="category">Id, case-sensitive.</param>
    public int PositionOf(string category)
    {
        for (var position = 0; position < Categories.Count; position++)
        {
            if (Categories[position] == category)
            {
                return position;
            }
        }

        return -1;
    }

    /// <summary>Equal when id, categories and order are equal.</summary>
    /// <param name="other">Another scale.</param>
    public bool Equals(RatingScale? other) =>
        other is not null && Id == other.Id && IsOrdered == other.IsOrdered && Categories.SequenceEqual(other.Categories);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, IsOrdered, Categories.Count);
}
