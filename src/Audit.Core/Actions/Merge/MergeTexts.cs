namespace Audit.Core.Actions.Merge;

/// <summary>What the reader is told.</summary>
internal static class MergeTexts
{
    private const int MostShown = 80;

    public static Sentence UnreadableKey => Sentence.Of($"de verborgen sleutel (RowKey) is beschadigd. Herstel hem uit de export, of maak hem leeg als dit een nieuwe actie is.");

    public static Sentence UnreadableVersion => Sentence.Of($"de verborgen versie (RowVersion) is niet die van de export. De waarden zelf zijn vergeleken; er gaat niets verloren.");

    public static Sentence BaseUnknown => Sentence.Of($"van deze actie is niet bekend wat er is geëxporteerd. Elk verschil met het systeem wordt daarom aan u voorgelegd.");

    public static Sentence Removed => Sentence.Of($"deze actie staat niet meer in het systeem. In het bestand is er niets aan gewijzigd.");

    public static Sentence Empty => Sentence.Of($"de cel is leeggemaakt, maar hier moet iets staan. De waarde in het systeem blijft.");

    public static Sentence EmptyInNewRow => Sentence.Of($"een nieuwe actie moet hier iets hebben. De rij is niet toegevoegd.");

    public static Sentence WasCut => Sentence.Of($"de tekst in het systeem is langer dan een cel en stond afgekapt in de export. Wijzig hem in het systeem, anders gaat het einde verloren.");

    public static Sentence DuplicateKey(IEnumerable<SheetPlace> places) =>
        Sentence.Of($"dezelfde verborgen sleutel (RowKey) staat in meer rijen: {Sentence.Join("; ", places.Select(Short))}. Geen van deze rijen is ingelezen. Is er een gekopieerd voor een nieuwe actie, maak dan in die rij RowKey en RowVersion leeg.");

    public static Sentence RemovedEdit(string value) => Sentence.Of($"deze actie staat niet meer in het systeem. Uw wijziging ‘{Cut(value)}’ is niet ingelezen.");

    public static Sentence NotApplied(string before, string theirs) => Sentence.Of($"deze kolom wordt niet ingelezen. De wijziging van ‘{Cut(before)}’ naar ‘{Cut(theirs)}’ is niet overgenomen.");

    public static Sentence UnknownLabel(string typed, IReadOnlyList<string> labels) => Sentence.Of($"‘{Cut(typed)}’ staat niet in de lijst. Kies {Choice(labels)}.");

    public static Sentence Incomplete(IReadOnlyList<string> columns) => columns.Count == 1
        ? Sentence.Of($"de nieuwe actie is niet toegevoegd, omdat een cel in deze rij niet te lezen is.")
        : Sentence.Of($"de nieuwe actie is niet toegevoegd, omdat {columns.Count} cellen in deze rij niet te lezen zijn.");

    public static Sentence Existing(string? number, string title) => Sentence.Of($"actie {number} ‘{Cut(title)}’");

    public static Sentence AlsoNew(SheetPlace place, string title) => Sentence.Of($"‘{Cut(title)}’ in {Short(place)} van het bestand");

    public static string Cut(string text) => text.Length <= MostShown ? text : $"{text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)]}…";

    /// <summary>Words of which one can be chosen: "a, b of c".</summary>
    public static Sentence OneOf(IReadOnlyList<string> words) =>
        words.Count == 1 ? Sentence.Fixed(words[0]) : Sentence.Of($"{string.Join(", ", words.SkipLast(1))} of {words[^1]}");

    private static Sentence Short(SheetPlace place) => Sentence.Of($"blad {place.Sheet}, rij {place.Row}");

    private static Sentence Choice(IReadOnlyList<string> labels) => labels.Count is 0 or > 10 ? Sentence.Of($"een waarde uit de lijst") : OneOf([.. labels.Select(Cut)]);
}
