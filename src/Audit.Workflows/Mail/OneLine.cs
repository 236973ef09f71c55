namespace Audit.Workflows.Mail;

/// <summary>Names of bodies, cases and people may hold anything: in a header or a title they never make a line of their own.</summary>
public static class OneLine
{
    /// <summary>The text with a space for every line break and other control character.</summary>
    public static string Of(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)).Trim();

    /// <summary>The same, cut off when it is longer than fits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">Most characters, at least 2.</param>
    public static string Of(string text, int longest)
    {
        var line = Of(text);
        if (line.Length <= longest)
        {
            return line;
        }

        // Half a character cannot be stored.
        var end = longest - 1;
        return $"{line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)]}…";
    }
}
