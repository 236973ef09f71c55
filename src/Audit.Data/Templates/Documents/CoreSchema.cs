using System.Globalization;
using System.Text.RegularExpressions;

namespace Audit.Data.Templates.Documents;

/// <summary>Decides what an unquoted YAML value is.</summary>
/// <remarks>Source: YAML 1.2.2, §10.3.2 (core schema). There <c>yes</c> and <c>2026-11-22</c> are texts.</remarks>
internal static partial class CoreSchema
{
    public static ScalarNode Resolve(int line, string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return new(line, ScalarKind.Empty, text);
            case "true" or "True" or "TRUE" or "false" or "False" or "FALSE":
                return new(line, ScalarKind.Boolean, text.ToLowerInvariant());
        }

        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '.'))
        {
            return new(line, ScalarKind.Text, text);
        }

        if (Decimal().IsMatch(text))
        {
            return new(line, ScalarKind.Integer, text, double.Parse(text, CultureInfo.InvariantCulture));
        }

        if (Octal().IsMatch(text) || Hexadecimal().IsMatch(text))
        {
            var digits = text.AsSpan(2);
            var radix = text[1] == 'o' ? 8 : 16;
            var value = 0d;
            foreach (var digit in digits)
            {
                value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
            }

            return new(line, ScalarKind.Integer, text, value);
        }

        if (Float().IsMatch(text))
        {
            return new(line, ScalarKind.Number, text, double.Parse(text, CultureInfo.InvariantCulture));
        }

        return NotFinite().IsMatch(text)
            ? new(line, ScalarKind.Number, text, text.EndsWith("nan", StringComparison.OrdinalIgnoreCase) ? double.NaN : double.PositiveInfinity)
            : new(line, ScalarKind.Text, text);
    }

    [GeneratedRegex(@"^[-+]?[0-9]+\z")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^0o[0-7]+\z")]
    private static partial Regex Octal();

    [GeneratedRegex(@"^0x[0-9a-fA-F]+\z")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Float();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex NotFinite();
}
