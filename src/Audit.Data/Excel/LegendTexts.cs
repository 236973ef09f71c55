namespace Audit.Data.Excel;

/// <summary>What classes and statuses mean, in the order of their marks, and how a workbook is used.</summary>
internal static class LegendTexts
{
    public const string HandBack = "Sla op als Excel-werkmap (.xlsx) en lever het bestand in bij de doorlichting waaruit het komt. U ziet eerst wat er zou veranderen; "
        + "bij een verschil met een latere wijziging in het systeem kiest u per cel. Formules in invoervelden worden geweigerd.";

    public const string HandBackPart = "Sla op als Excel-werkmap (.xlsx) en stuur het bestand terug aan degene van wie u het kreeg. Die leest het in en ziet eerst wat er zou veranderen. "
        + "Acties van anderen staan niet in dit bestand en veranderen niet. Formules in invoervelden worden geweigerd.";

    public const string Sheets = "Samenvatting: aantallen. Acties: het lopende plan. Afgesloten: acties die klaar of vervallen zijn. "
        + "Risico's: de bevindingen per taak en onderdeel. Onderbouwing: hoe antwoorden optellen tot de score.";

    public const string SheetsOfPart = "Samenvatting: aantallen van uw acties. Acties: wat loopt. Afgesloten: acties die klaar of vervallen zijn. "
        + "De bevindingen en hun onderbouwing staan niet in dit deel.";

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
