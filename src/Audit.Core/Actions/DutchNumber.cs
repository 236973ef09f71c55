using System.Globalization;

namespace Audit.Core.Actions;

/// <summary>Numbers in sentences, as a Dutch reader writes them.</summary>
/// <remarks>Not through nl-NL: the text must not depend on the culture data of the machine.</remarks>
internal static class DutchNumber
{
    private const int MostDecimals = 6;

    public static string Of(double value, int decimals = 2) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>With as many decimals as it takes to tell it apart from another number.</summary>
    public static string Apart(double value, double other)
    {
        var decimals = 2;
        while (decimals < MostDecimals && Of(value, decimals) == Of(other, decimals))
        {
            decimals++;
        }

        return Of(value, decimals == MostDecimals ? 2 : decimals);
    }
}
