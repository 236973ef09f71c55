using System.Globalization;
using System.Text.RegularExpressions;
using Audit.Data.Excel.Authoring.Conditions;
using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Excel.Uploads;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>Makes a value of a file of what stands in a cell, whether a person, Excel or LibreOffice put it there.</summary>
internal sealed partial class CellParser(Findings findings)
{
    private static readonly char[] Separators = [',', ';', '\n'];

    /// <summary>A value that could not be read, whose fault was told.</summary>
    public static ScalarNode Nothing(int line) => new(line, ScalarKind.Empty, string.Empty);

    public Node Parse(FormColumn column, UploadedCell cell, int line)
    {
        if (cell.HasFormula)
        {
            return Refuse(line, Sentence.Of($"hier staat een formule; typ in '{column.Caption}' de waarde zelf"));
        }

        if (cell.Content == CellContent.Error)
        {
            return Refuse(line, Sentence.Of($"hier staat een fout ({cell.Text}) in plaats van een waarde"));
        }

        var text = cell.Content == CellContent.Boolean ? (cell.Text == "1" ? "WAAR" : "ONWAAR") : cell.Text;
        return column.Kind switch
        {
            FieldKind.Prose => Text(line, text),
            FieldKind.Code => Text(line, text.Trim()),
            FieldKind.Word => Word(column.Words!, text.Trim(), line),
            FieldKind.Words => List(text, line, item => Word(column.Words!, item, line)),
            FieldKind.Ids => List(text, line, item => Text(line, item)),
            FieldKind.Number => Number(column, cell, line),
            FieldKind.Flag => Flag(text.Trim(), line),
            FieldKind.Condition => ConditionParser.Parse(text, line, out var fault) ?? Refuse(line, fault!),
        };
    }

    private ScalarNode Refuse(int line, Sentence message)
    {
        findings.Error(line, message);
        return Nothing(line);
    }

    private static ScalarNode Text(int line, string text) => new(line, ScalarKind.Text, text);

    private ScalarNode Word(WordList words, string text, int line) =>
        words.CodeOf(text) is { } code ? Text(line, code) : Refuse(line, Sentence.Of($"'{text}' kan hier niet; kies uit: {words.Choices}"));

    private static ListNode List(string text, int line, Func<string, Node> item)
    {
        var items = text.Trim() == FormRow.EmptyList ? [] : text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ListNode(line, [.. items.Select(item)]);
    }

    private ScalarNode Flag(string text, int line) => text.ToUpperInvariant() switch
    {
        "JA" or "WAAR" or "TRUE" => new(line, ScalarKind.Boolean, "true"),
        "NEE" or "ONWAAR" or "FALSE" => new(line, ScalarKind.Boolean, "false"),
        _ => Refuse(line, Sentence.Of($"'{text}' kan hier niet; kies uit: {WordList.YesNo.Choices}")),
    };

    private ScalarNode Number(FormColumn column, UploadedCell cell, int line)
    {
        var text = cell.Text.Trim();
        if (cell.Content is CellContent.Date or CellContent.Boolean)
        {
            return Refuse(line, Sentence.Of($"in '{column.Caption}' hoort een getal, maar hier staat {(cell.Content == CellContent.Date ? Sentence.Of($"de datum {text}") : Sentence.Of($"WAAR of ONWAAR"))}"));
        }

        if (Ambiguous().IsMatch(text) && cell.Content == CellContent.Text)
        {
            return Refuse(line, Sentence.Of($"'{text}' kan {text.Replace(".", string.Empty, StringComparison.Ordinal)} of {text.Replace('.', ',')} betekenen; typ het getal zonder punt"));
        }

        var plain = Decimal().IsMatch(text) ? text.Replace(',', '.') : text;
        if (!Plain().IsMatch(plain) || !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return Refuse(line, Sentence.Of($"in '{column.Caption}' hoort een getal, maar hier staat de tekst '{text}'"));
        }

        var whole = Math.Floor(number) == number && Math.Abs(number) < 1e15;
        return new(line, whole ? ScalarKind.Integer : ScalarKind.Number, number.ToString("R", CultureInfo.InvariantCulture), number);
    }

    /// <summary>One thousand to a Dutch reader, one to an English one.</summary>
    [GeneratedRegex(@"^[1-9][0-9]{0,2}\.[0-9]{3}\z")]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^[-+]?[0-9]+,[0-9]+\z")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Plain();
}
