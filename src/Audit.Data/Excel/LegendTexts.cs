namespace Audit.Data.Excel;

/// <summary>What classes and statuses mean, in the order of their marks.</summary>
internal static class LegendTexts
{
    public static IReadOnlyList<string> Classes { get; } =
    [
        "Laag: de antwoorden wijzen niet op een verhoogd risico.",
        "Midden: er zijn risico's; maatregelen zijn zinvol en kunnen worden ingepland.",
        "Hoog: er zijn duidelijke risico's; maatregelen zijn op korte termijn nodig.",
        "Kritiek: grote risico's met ernstige gevolgen, of een geraakte drempelregel; begin direct.",
    ];

    public static IReadOnlyList<string> Statuses { get; } =
    [
        "Gepland: afgesproken, nog niet begonnen.",
        "Loopt: er wordt aan gewerkt.",
        "Wacht: kan nog niet verder door iets anders.",
        "Gereed: uitgevoerd; het effect moet nog worden beoordeeld.",
        "Afgesloten: uitgevoerd en beoordeeld.",
        "Vervallen: wordt niet uitgevoerd.",
    ];
}
