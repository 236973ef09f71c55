using System.Globalization;
using System.Text;
using Audit.Core.Actions.Merge;

namespace Audit.Core.Tests.Actions.Merge;

/// <summary>Random base, sheet and database, the same for the same seed, beside what every cell means: a number that no spelling changes.</summary>
/// <remarks>Spellings differ in white space, line ends, Unicode form and notation, so what is expected does not lean on the code under test.</remarks>
internal sealed class RandomTriple
{
    public const int Empty = 0;

    private readonly Random random;

    public RandomTriple(int seed)
    {
        random = new Random(seed);
        for (var i = random.Next(6); i > 0; i--)
        {
            AddExported();
        }

        for (var i = random.Next(3); i > 0; i--)
        {
            Add(Meanings(), null, Ours);
        }

        for (var i = random.Next(3); i > 0; i--)
        {
            AddNew();
        }

        Input = MergeCase.Input(Base.Rows, Sheet.ConvertAll(one => one.Row), Ours.Rows);
    }

    public Side Base { get; } = new();

    public Side Ours { get; } = new();

    public List<(SheetRow Row, Guid? Key, Dictionary<string, int> Meanings)> Sheet { get; } = [];

    public MergeInput Input { get; }

    public MergeChoices Choices(MergePreview preview) => new()
    {
        FromSheet = preview.Conflicts.Where(_ => random.Next(2) == 0).Select(conflict => conflict.Cell).ToHashSet(),
        Add = preview.NewRows.Where(_ => random.Next(2) == 0).ToDictionary(row => row.Row.RowKey, _ => random.Next(2) == 0),
    };

    private void AddExported()
    {
        var exported = Meanings();
        var key = Add(exported, null, Base);
        var ours = Changed(exported, exported);
        if (random.Next(8) > 0)
        {
            Add(ours, key, Ours);
        }

        // Missing, once, or twice; sometimes with another version.
        for (var i = random.Next(8) switch { 0 => 0, 1 => 2, _ => 1 }; i > 0; i--)
        {
            AddToSheet(key.ToString(), key, Changed(exported, ours));
        }
    }

    private void AddNew()
    {
        var key = random.Next(4) switch { 0 => NextKey().ToString(), 1 => "geen sleutel", _ => "" };
        AddToSheet(key, Guid.TryParse(key, out var parsed) ? parsed : null, Meanings());
    }

    private Guid Add(Dictionary<string, int> meanings, Guid? key, Side side)
    {
        var row = new ActionRow(key ?? NextKey(), "v1", Spelled(meanings));
        side.Rows.Add(row);
        side.Meanings.Add(row.RowKey, meanings);
        return row.RowKey;
    }

    private void AddToSheet(string text, Guid? key, Dictionary<string, int> meanings) => Sheet.Add((
        new SheetRow(new SheetPlace(random.Next(2) == 0 ? "Acties" : "Afgesloten", Sheet.Count + 2), text, random.Next(5) == 0 ? "?" : "v1", Spelled(meanings)), key, meanings));

    private Guid NextKey()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private Dictionary<string, int> Meanings() => MergeCase.Columns.ToDictionary(column => column.Key, column => Meaning(column));

    private int Meaning(MergeColumn column) => column.Key == "Taak" ? 1 + random.Next(2) : column.Required || random.Next(6) > 0 ? 1 + random.Next(4) : Empty;

    /// <summary>Some cells changed; some of those to what the other side holds.</summary>
    private Dictionary<string, int> Changed(Dictionary<string, int> from, Dictionary<string, int> other) => MergeCase.Columns.ToDictionary(
        column => column.Key,
        column => random.Next(6) switch { 0 => random.Next(10) == 0 ? Empty : Meaning(column), 1 => other[column.Key], _ => from[column.Key] });

    private Dictionary<string, string> Spelled(Dictionary<string, int> meanings) => MergeCase.Columns.ToDictionary(column => column.Key, column => Spelled(column, meanings[column.Key]));

    private string Spelled(MergeColumn column, int meaning)
    {
        if (meaning == Empty)
        {
            return random.Next(3) == 0 ? "  " : "";
        }

        return column.Kind switch
        {
            ValueKind.Number => Spelled(meaning / 4.0),
            ValueKind.Day => Spelled(new DateOnly(2026, meaning, 2 * meaning)),
            ValueKind.Text or ValueKind.Moment when column.Key == "Taak" => column.Labels![meaning - 1],
            ValueKind.Text or ValueKind.Moment => Spelled($"Überprüfung {meaning}\nvan {column.Key} 👩‍👧"),
        };
    }

    private string Spelled(double value) => random.Next(3) switch
    {
        0 => value.ToString("0.000", CultureInfo.InvariantCulture),
        1 => value.ToString("E2", CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private string Spelled(DateOnly day) => day.ToString(random.Next(2) == 0 ? "yyyy-MM-dd" : "yyyy-M-d", CultureInfo.InvariantCulture);

    private string Spelled(string text) => random.Next(5) switch
    {
        0 => text.Normalize(NormalizationForm.FormD),
        1 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
        2 => $" {text}\n",
        3 => text.Replace(" ", "\u0007 ", StringComparison.Ordinal),
        _ => text,
    };

    /// <summary>Rows and what their cells mean.</summary>
    internal sealed class Side
    {
        public List<ActionRow> Rows { get; } = [];

        public Dictionary<Guid, Dictionary<string, int>> Meanings { get; } = [];
    }
}
