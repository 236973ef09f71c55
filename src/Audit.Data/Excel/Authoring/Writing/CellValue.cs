using System.Globalization;
using Audit.Data.Excel.Authoring.Conditions;
using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Writing;

/// <summary>What a cell shows of a value of a file.</summary>
internal static class CellValue
{
    /// <summary>A text or a number; null for an empty cell.</summary>
    public static object? Of(FormColumn column, FormRow row)
    {
        if (row.IsEmptyList && column.Field == Columns.List)
        {
            return $"{column.Words!.LabelOf(row.Key(column.Name)!)} {FormRow.EmptyList}";
        }

        var node = column.IsKey ? row.Keys.GetValueOrDefault(column.Name) : row.Node.Find(column.Name);
        return Of(column, column.Language is null ? node : (node as MapNode)?.Find(column.Language));
    }

    /// <summary>Why a value cannot stand in a cell and come back the same; null when it can.</summary>
    public static Sentence? RefusalOf(object? value)
    {
        if (value is not string text || SafeText.Clean(text) == text)
        {
            return null;
        }

        return text.Length > SafeText.MaxLength
            ? Sentence.Of($"deze tekst is te lang voor een cel ({text.Length} tekens, hoogstens {SafeText.MaxLength})")
            : Sentence.Of($"deze tekst bevat een teken dat een cel niet kan bewaren (een stuurteken, of een regeleinde van Windows: gebruik \\n in plaats van \\r\\n)");
    }

    private static object? Of(FormColumn column, Node? node) => node switch
    {
        null => null,
        ListNode { Items.Count: 0 } => FormRow.EmptyList,
        ListNode list => string.Join(", ", list.Items.OfType<ScalarNode>().Select(item => column.Words?.LabelOf(item.Text) ?? item.Text)),
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } number => NumberOf(number.Value),
        ScalarNode { Kind: ScalarKind.Boolean } flag => WordList.YesNo.LabelOf(flag.Text),
        ScalarNode scalar => column.Words?.LabelOf(scalar.Text) ?? scalar.Text,
        _ => ConditionText.Of(node),
    };

    /// <summary>The library keeps 15 digits; the few numbers that need more are written as text, which the import reads as a number.</summary>
    private static object NumberOf(double value)
    {
        var short15 = value.ToString("G15", CultureInfo.InvariantCulture);
        return double.Parse(short15, CultureInfo.InvariantCulture) == value ? value : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
