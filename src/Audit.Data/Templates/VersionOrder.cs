using System.Globalization;

namespace Audit.Data.Templates;

/// <summary>Orders version texts so that 10 comes after 9 and 2026-11-22 after 2026-2-1: number runs count as numbers.</summary>
public sealed class VersionOrder : IComparer<string>
{
    private static readonly StringComparer Natural = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    public static VersionOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var order = Natural.Compare(x, y);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }
}
