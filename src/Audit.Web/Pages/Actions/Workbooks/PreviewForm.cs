using Audit.Core.Actions.Merge;
using Microsoft.Extensions.Primitives;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>What the form of a preview sends; read by hand, because it may have thousands of fields and each may be nonsense.</summary>
/// <param name="Seen">Fingerprint of the preview that was looked at.</param>
/// <param name="Choices">What was chosen in it.</param>
/// <param name="Page">Page of the changes that is wanted, from 1.</param>
public sealed record PreviewForm(string? Seen, MergeChoices Choices, int Page)
{
    public const string FromSheet = "bestand";
    public const string FromDatabase = "database";

    private const string Choice = "keuze-";
    private const int KeyLetters = 32;

    /// <summary>A form in which nothing was chosen yet.</summary>
    public static PreviewForm Empty { get; } = new(null, new MergeChoices(), 1);

    /// <summary>Name of the field with the choice for a cell.</summary>
    public static string FieldOf(CellId cell) => $"{Choice}{cell.RowKey:N}-{cell.Column}";

    public static PreviewForm Read(IFormCollection form)
    {
        var fromSheet = form.Where(field => field.Value == FromSheet).Select(field => CellIn(field.Key)).OfType<CellId>().ToHashSet();
        var ticked = KeysIn(form["toevoegen"]).ToHashSet();
        return new PreviewForm(
            form["gezien"],
            new MergeChoices { FromSheet = fromSheet, Add = KeysIn(form["nieuw"]).Distinct().ToDictionary(key => key, ticked.Contains) },
            int.TryParse(form["pagina"].LastOrDefault(), out var page) && page > 0 ? page : 1);
    }

    /// <summary>The form with one side chosen in every conflict.</summary>
    public PreviewForm WithAll(string side, MergePreview preview) => this with
    {
        Choices = Choices with { FromSheet = side == FromSheet ? preview.Conflicts.Select(conflict => conflict.Cell).ToHashSet() : [] },
    };

    private static CellId? CellIn(string field) =>
        field.StartsWith(Choice, StringComparison.Ordinal) && field.Length > Choice.Length + KeyLetters + 1
        && Guid.TryParseExact(field.AsSpan(Choice.Length, KeyLetters), "N", out var key)
            ? new CellId(key, field[(Choice.Length + KeyLetters + 1)..])
            : null;

    private static IEnumerable<Guid> KeysIn(StringValues values) => values.Where(value => Guid.TryParse(value, out _)).Select(value => Guid.Parse(value!));
}
