namespace Audit.Data.Excel.Authoring.Conditions;

/// <summary>A word or sign in a condition.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Position">1-based place of its first letter.</param>
internal sealed record ConditionToken(string Text, int Position)
{
    private const string Signs = "(),";

    public bool IsWord => !Signs.Contains(Text[0], StringComparison.Ordinal);

    public static IReadOnlyList<ConditionToken> In(string text)
    {
        var tokens = new List<ConditionToken>();
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            if (char.IsWhiteSpace(text[i]))
            {
                i = end;
                continue;
            }

            while (!Signs.Contains(text[i], StringComparison.Ordinal) && end < text.Length && !char.IsWhiteSpace(text[end]) && !Signs.Contains(text[end], StringComparison.Ordinal))
            {
                end++;
            }

            tokens.Add(new ConditionToken(text[i..end], i + 1));
            i = end;
        }

        return tokens;
    }
}
