using System.Globalization;
using Audit.Core.Actions.Merge;
using Audit.Data.Excel.Uploads;

namespace Audit.Data.Excel.Import;

/// <summary>A cell as text without culture, or why it cannot be read.</summary>
/// <param name="Text">The value; null when it is refused.</param>
/// <param name="Reason">Why it is refused.</param>
/// <param name="Why">The same in words; null when it can be read.</param>
internal readonly record struct CellValue(string? Text, RefusalReason Reason, Sentence? Why)
{
    public static implicit operator CellValue(string text) => new(text, default, null);
}

/// <summary>Reads cells strictly: a value of another kind than the column holds is refused, never guessed.</summary>
/// <param name="from1904">Whether days count from 1904.</param>
internal sealed class CellValues(bool from1904)
{
    private const int DaysUntil1904 = 1462;
    private const double LastSerial = 2_958_466;

    /// <summary>Value of a cell that people fill in.</summary>
    public CellValue Read(UploadedCell cell, ActionColumn column)
    {
        if (cell.HasFormula)
        {
            return Refuse(RefusalReason.Formula, Sentence.Of($"hier staat een formule. Zet er de waarde zelf neer (kopiëren, plakken als waarden)."));
        }

        if (cell.Content == CellContent.Error)
        {
            return Refuse(RefusalReason.WrongType, Sentence.Of($"hier staat een foutwaarde ({Short(cell.Text)})."));
        }

        return column.Kind switch
        {
            ColumnKind.Date => Day(cell),
            ColumnKind.Percent => Percent(cell),
            ColumnKind.Label => Label(cell, column),
            ColumnKind.Text or ColumnKind.Link or ColumnKind.Number or ColumnKind.Moment => Words(cell),
        };
    }

    /// <summary>Value of a cell that is compared with what was exported, and not applied: anything is right.</summary>
    public string ReadLoosely(UploadedCell cell, ActionColumn column) => column.Kind switch
    {
        ColumnKind.Number or ColumnKind.Percent when cell.Content == CellContent.Number => cell.Text,
        ColumnKind.Date when SerialOf(cell) is { } day => Written(day, "yyyy-MM-dd"),

        // Half a second up: the file holds the moment as a fraction of a day.
        ColumnKind.Moment when SerialOf(cell) is { } day => Written(day + (0.5 / 86_400), "yyyy-MM-ddTHH:mm"),
        _ => Words(cell).Text ?? cell.Text,
    };

    /// <summary>The beginning of a text, to name it in a message.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : $"{text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)]}…";

    private static CellValue Refuse(RefusalReason reason, Sentence why) => new(null, reason, why);

    private static CellValue Label(UploadedCell cell, ActionColumn column)
    {
        var typed = TextOf(cell);
        if (column.Labels is not { } labels || typed.Trim().Length == 0)
        {
            return Words(cell);
        }

        return MergeColumn.LabelFor(labels, typed) is { } label
            ? label
            : Refuse(RefusalReason.UnknownLabel, Sentence.Of($"‘{Short(typed)}’ staat niet in de lijst. Kies {Sentence.Of($"{string.Join(", ", labels.SkipLast(1))} of {labels[^1]}")}."));
    }

    private static CellValue Words(UploadedCell cell) => TextOf(cell) is { Length: <= SafeText.MaxLength } text
        ? text
        : Refuse(RefusalReason.TooLong, Sentence.Of($"de tekst telt {cell.Text.Length} tekens; een cel kan er hoogstens {SafeText.MaxLength} hebben."));

    private static CellValue Percent(UploadedCell cell) => cell switch
    {
        { Content: CellContent.Number, Number: >= 0 and <= 1 } => cell.Text,
        { Content: CellContent.Number } => Refuse(RefusalReason.OutOfRange, Sentence.Of($"{Dutch(cell.Number * 100)}% kan niet. Typ een percentage van 0% tot en met 100%.")),
        _ => Refuse(RefusalReason.WrongType, Sentence.Of($"‘{Short(cell.Text)}’ is geen percentage maar {KindOf(cell)}. Typ een percentage, bijvoorbeeld 50%.")),
    };

    private CellValue Day(UploadedCell cell)
    {
        if (cell.Content is not (CellContent.Number or CellContent.Date))
        {
            return Refuse(RefusalReason.WrongType, Sentence.Of($"‘{Short(cell.Text)}’ is geen datum maar {KindOf(cell)}. Typ een datum, bijvoorbeeld 31-12-2026."));
        }

        if (SerialOf(cell) is not { } day || Moment(day) is not { } moment || moment < ActionRules.FirstDay || moment >= ActionRules.LastDay.AddDays(1))
        {
            return Refuse(RefusalReason.OutOfRange, Sentence.Of($"‘{Short(cell.Text)}’ is geen datum van {ActionRules.FirstDay.Year} tot en met {ActionRules.LastDay.Year}."));
        }

        return moment.TimeOfDay == TimeSpan.Zero
            ? Written(day, "yyyy-MM-dd")
            : Refuse(RefusalReason.WrongType, Sentence.Of($"hier staat ook een tijd. Typ alleen een datum, bijvoorbeeld 31-12-2026."));
    }

    /// <summary>Days since 30 December 1899, also for a file that counts from 1904; null when it is no day.</summary>
    private double? SerialOf(UploadedCell cell)
    {
        if (cell.Content == CellContent.Date && DateTime.TryParseExact(cell.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.ToOADate() + (cell.Number - Math.Floor(cell.Number));
        }

        var serial = cell.Number + (from1904 ? DaysUntil1904 : 0);
        return cell.Content == CellContent.Number && serial is >= 1 and < LastSerial ? serial : null;
    }

    private static DateTime? Moment(double serial) => serial is >= 1 and < LastSerial ? DateTime.FromOADate(serial) : null;

    private static string Written(double serial, string format) => Moment(serial)?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    /// <summary>What the reader sees, in Dutch: a number typed in a column for text stays what it looks like.</summary>
    private static string TextOf(UploadedCell cell) => cell.Content switch
    {
        CellContent.Text or CellContent.Error => cell.Text,
        CellContent.Number => Dutch(cell.Number),
        CellContent.Boolean => cell.Text is "1" or "true" ? "WAAR" : "ONWAAR",
        CellContent.Date => DateOnly.TryParseExact(cell.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Styles.Day(day) : cell.Text,
    };

    // A decimal shows 0.1 + 0.2 as 0.3, as the sheet does.
    private static string Dutch(double number) =>
        (Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture)).Replace('.', ',');

    private static Sentence KindOf(UploadedCell cell) => cell.Content switch
    {
        CellContent.Text => Sentence.Of($"tekst"),
        CellContent.Number => Sentence.Of($"een getal"),
        CellContent.Date => Sentence.Of($"een datum"),
        CellContent.Boolean => Sentence.Of($"een waarheidswaarde"),
        CellContent.Error => Sentence.Of($"een foutwaarde"),
    };
}
