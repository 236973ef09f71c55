namespace Audit.Core.Review;

/// <summary>Agreement on a group of items: over all of them only the raw agreement, because coefficients cannot be pooled over scales.</summary>
/// <param name="Group">Id of the component or the question.</param>
/// <param name="Items">Items in the group. Unit: items.</param>
/// <param name="Rated">Items with two ratings or more. Unit: items, 0 to <paramref name="Items"/>.</param>
/// <param name="RawAgreement">Mean share of agreeing pairs of raters on the rated items, in [0, 1]; null when there are none.</param>
/// <param name="Scales">The same and the coefficients per scale, in the order in which the scales occur.</param>
public sealed record GroupAgreement(string Group, int Items, int Rated, double? RawAgreement, IReadOnlyList<ScaleAgreement> Scales)
{
    /// <summary>Agreement per component, in the order in which they occur.</summary>
    /// <param name="items">Items of any scale.</param>
    public static IReadOnlyList<GroupAgreement> PerComponent(IEnumerable<RatedItem> items) => Per(items, item => item.Component);

    /// <summary>Agreement per question, in the order in which they occur.</summary>
    /// <param name="items">Items of any scale.</param>
    public static IReadOnlyList<GroupAgreement> PerQuestion(IEnumerable<RatedItem> items) => Per(items, item => item.Question);

    /// <summary>Agreement on all items as one group.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="items">Items of any scale.</param>
    public static GroupAgreement Of(string group, IReadOnlyList<RatedItem> items)
    {
        ScaleAgreement[] scales = [.. items.GroupBy(item => item.Scale).Select(same => ScaleAgreement.Of(same.Key, [.. same]))];
        var rated = scales.Sum(scale => scale.Rated);
        return new(group, items.Count, rated, rated == 0 ? null : scales.Sum(scale => scale.Rated * (scale.RawAgreement ?? 0)) / rated, scales);
    }

    private static IReadOnlyList<GroupAgreement> Per(IEnumerable<RatedItem> items, Func<RatedItem, string> key) =>
        [.. items.GroupBy(key).Select(group => Of(group.Key, [.. group]))];
}
