using System.Globalization;

namespace Audit.Core.Actions;

/// <summary>A number in a sentence, written as its reader writes numbers.</summary>
/// <param name="Value">The number.</param>
/// <param name="Decimals">How many decimals are shown.</param>
internal readonly record struct Figure(double Value, int Decimals = 2) : IFormattable
{
    private const int MostDecimals = 6;

    /// <summary>With as many decimals as it takes to tell it apart from another number.</summary>
    public static Figure Apart(double value, double other)
    {
        var decimals = 2;
        while (decimals < MostDecimals && Written(value, decimals) == Written(other, decimals))
        {
            decimals++;
        }

        return new(value, decimals == MostDecimals ? 2 : decimals);
    }

    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString($"F{Decimals}", formatProvider);

    private static string Written(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
