namespace Audit.Core.Actions.Merge;

/// <summary>What the reader is told, in plain Dutch.</summary>
internal static class MergeTexts
{
    private const int MostShown = 80;

    public const string UnreadableKey =
        "de verborgen sleutel (RowKey) is beschadigd. Herstel hem uit de export, of maak hem leeg als dit een nieuwe actie is.";

    public const string UnreadableVersion =
        "de verborgen versie (RowVersion) is niet die van de export. De waarden zelf zijn vergeleken; er gaat niets verloren.";

    public const string BaseUnknown =
        "van deze actie is niet bekend wat er is geëxporteerd. Elk verschil met het systeem wordt daarom aan u voorgelegd.";

    public const string Removed = "deze actie staat niet meer in het systeem. In het bestand is er niets aan gewijzigd.";

    public const string Empty = "de cel is leeggemaakt, maar hier moet iets staan. De waarde in het systeem blijft.";

    public const string EmptyInNewRow = "een nieuwe actie moet hier iets hebben. De rij is niet toegevoegd.";

    public const string WasCut =
        "de tekst in het systeem is langer dan een cel en stond afgekapt in de export. Wijzig hem in het systeem, anders gaat het einde verloren.";

    public static string DuplicateKey(IEnumerable<SheetPlace> places) =>
        $"dezelfde verborgen sleutel (RowKey) staat in meer rijen: {string.Join("; ", places.Select(Short))}. Geen van deze rijen is ingelezen. "
        + "Is er een gekopieerd voor een nieuwe actie, maak dan in die rij RowKey en RowVersion leeg.";

    public static string RemovedEdit(string value) => $"deze actie staat niet meer in het systeem. Uw wijziging ‘{Cut(value)}’ is niet ingelezen.";

    public static string NotApplied(string before, string theirs) =>
        $"deze kolom wordt niet ingelezen. De wijziging van ‘{Cut(before)}’ naar ‘{Cut(theirs)}’ is niet overgenomen.";

    public static string UnknownLabel(string typed, IReadOnlyList<string> labels) => $"‘{Cut(typed)}’ staat niet in de lijst. Kies {Choice(labels)}.";

    public static string Incomplete(IReadOnlyList<string> columns) =>
        $"de nieuwe actie is niet toegevoegd, omdat {(columns.Count == 1 ? "een cel" : $"{columns.Count} cellen")} in deze rij niet te lezen {(columns.Count == 1 ? "is" : "zijn")}.";

    public static string Existing(string? number, string title) => $"actie {number} ‘{Cut(title)}’";

    public static string AlsoNew(SheetPlace place, string title) => $"‘{Cut(title)}’ in {Short(place)} van het bestand";

    public static string Cut(string text) => text.Length <= MostShown ? text : $"{text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)]}…";

    private static string Short(SheetPlace place) => $"blad {place.Sheet}, rij {place.Row}";

    private static string Choice(IReadOnlyList<string> labels) =>
        labels.Count is 0 or > 10 ? "een waarde uit de lijst" : string.Join(", ", labels.Take(labels.Count - 1).Select(Cut)) is { Length: > 0 } most ? $"{most} of {Cut(labels[^1])}" : Cut(labels[0]);
}
