namespace Audit.Core.Instruments;

/// <summary>Writes a condition in one line, by ids as the author of an instrument knows them.</summary>
public static class ConditionFormula
{
    /// <summary>Such as "P1 = yes | partly en niet (P2 = no)"; null when there is no condition. Conditions with the same line mean the same.</summary>
    /// <param name="condition">The condition.</param>
    public static string? Of(Condition? condition) => condition switch
    {
        null => null,
        AnswerIn leaf => $"{leaf.Question} = {string.Join(" | ", leaf.Options)}",
        NotOf not => $"niet ({Of(not.Part)})",
        AllOf all => Join(all.Parts, " en "),
        AnyOf any => Join(any.Parts, " of "),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string Join(IReadOnlyList<Condition> parts, string word) =>
        parts.Count == 1 ? Of(parts[0])! : string.Join(word, parts.Select(part => part is AllOf or AnyOf ? $"({Of(part)})" : Of(part)));
}
