namespace Audit.Data.Templates;

/// <summary>What messages call the things in a file. Made once, because checks that find nothing name them too.</summary>
internal static class Nouns
{
    public static Sentence Answer { get; } = Sentence.Of($"antwoord");

    public static Sentence Assignment { get; } = Sentence.Of($"opdracht");

    public static Sentence Block { get; } = Sentence.Of($"blok");

    public static Sentence Component { get; } = Sentence.Of($"onderdeel");

    public static Sentence Distinction { get; } = Sentence.Of($"onderscheid");

    public static Sentence Exception { get; } = Sentence.Of($"wettelijke uitzondering");

    public static Sentence Gate { get; } = Sentence.Of($"drempelregel");

    public static Sentence Ground { get; } = Sentence.Of($"discriminatiegrond");

    public static Sentence Level { get; } = Sentence.Of($"niveau");

    public static Sentence Measure { get; } = Sentence.Of($"maatregel");

    public static Sentence Question { get; } = Sentence.Of($"vraag");

    public static Sentence Scale { get; } = Sentence.Of($"schaal");

    public static Sentence Session { get; } = Sentence.Of($"werksessie");

    public static Sentence Source { get; } = Sentence.Of($"bron");

    public static Sentence SurveyItem { get; } = Sentence.Of($"enquêtevraag");

    public static Sentence Task { get; } = Sentence.Of($"taak");

    public static Sentence TaskQuestion { get; } = Sentence.Of($"vraag over een taak");

    public static Sentence Term { get; } = Sentence.Of($"begrip");

    public static Sentence Theme { get; } = Sentence.Of($"thema");
}
