using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Audit.Core.Actions;
using Audit.Core.Actions.Merge;

namespace Audit.Data.Excel;

/// <summary>The values as exported in a form that can be compared: the base of the three-way merge when the workbook comes back.</summary>
public static class BaseValues
{
    /// <summary>A value as text that does not depend on culture, white space at the ends, line ends or Unicode form.</summary>
    public static string Normalise(object? value) => value switch
    {
        null => "",
        string text => CellText.Normal(SafeText.Clean(text), ValueKind.Text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"no cell holds a {value.GetType().Name}", nameof(value)),
    };

    /// <summary>The base values of an action by column key, in column order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ActionItem action) =>
        [.. ActionColumns.All.Select(column => KeyValuePair.Create(column.Key, Normalise(column.Value(action))))];

    /// <summary>An action as exported; kept under the export id until the workbook comes back.</summary>
    public static ActionRow RowOf(ActionItem action) => new(action.RowKey, Normalise(action.RowVersion), new Dictionary<string, string>(Of(action)));

    /// <summary>SHA-256 over the base values of an action, in lower-case hexadecimal.</summary>
    public static string HashOf(ActionItem action) => HashOf(Of(action));

    /// <summary>The same of a base as the server kept it.</summary>
    /// <param name="exported">The action as exported, with every column.</param>
    public static string HashOf(ActionRow exported) =>
        HashOf(ActionColumns.All.Select(column => KeyValuePair.Create(column.Key, exported.Values.GetValueOrDefault(column.Key, ""))));

    private static string HashOf(IEnumerable<KeyValuePair<string, string>> values)
    {
        // The separators keep a value from passing as the next column.
        var text = string.Join('\u001e', values.Select(pair => $"{pair.Key}\u001f{pair.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
