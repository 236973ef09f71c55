using Audit.Data.Excel;

namespace Audit.Web.Texts;

/// <summary>Headers of the columns of an action. In workbooks they are Dutch.</summary>
public static class ColumnTexts
{
    private static readonly Dictionary<string, Func<string>> Names = new()
    {
        ["Nr"] = () => Tr($"Nr"),
        ["Taak"] = () => Tr($"Taak"),
        ["Onderdeel"] = () => Tr($"Onderdeel"),
        ["Risico"] = () => Tr($"Risico"),
        ["Klasse"] = () => Tr($"Klasse"),
        ["Maatregel"] = () => Tr($"Maatregel"),
        ["Waarom"] = () => Tr($"Waarom"),
        ["Doel"] = () => Tr($"Doel"),
        ["Doelgroep"] = () => Tr($"Doelgroep"),
        ["Eigenaar"] = () => Tr($"Eigenaar"),
        ["Verantwoordelijke"] = () => Tr($"Verantwoordelijke"),
        ["Evaluator"] = () => Tr($"Evaluator"),
        ["Afdeling"] = () => Tr($"Afdeling"),
        ["Prioriteit"] = () => Tr($"Prioriteit"),
        ["Start"] = () => Tr($"Start"),
        ["Streefdatum"] = () => Tr($"Streefdatum"),
        ["Status"] = () => Tr($"Status"),
        ["Voortgang"] = () => Tr($"Voortgang %"),
        ["VerwachtEffect"] = () => Tr($"Verwacht effect"),
        ["Indicator"] = () => Tr($"Indicator"),
        ["Nulmeting"] = () => Tr($"Nulmeting"),
        ["Streefwaarde"] = () => Tr($"Streefwaarde"),
        ["Effectmeting"] = () => Tr($"Effectmeting"),
        ["Bewijs"] = () => Tr($"Bewijs"),
        ["Opmerking"] = () => Tr($"Opmerking"),
        ["LaatstGewijzigd"] = () => Tr($"Laatst gewijzigd"),
    };

    /// <summary>A header as the workbook has it, for the reader.</summary>
    public static string OfHeader(string dutch) => ActionColumns.All.FirstOrDefault(column => column.Header == dutch) is { } known ? Of(known.Key) ?? dutch : dutch;

    /// <summary>The header of a column; null when there is no such column.</summary>
    public static string? Of(string key) => Names.TryGetValue(key, out var name) ? name() : ActionColumns.All.FirstOrDefault(column => column.Key == key)?.Header;
}
