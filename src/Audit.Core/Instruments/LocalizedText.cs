namespace Audit.Core.Instruments;

/// <summary>A text that a user reads, in Dutch and perhaps in English.</summary>
/// <param name="Nl">Dutch text; never blank.</param>
/// <param name="En">English text; null when nobody has translated it yet.</param>
public sealed record LocalizedText(string Nl, string? En = null)
{
    /// <summary>The text for a reader: English when asked for and present, otherwise Dutch.</summary>
    /// <param name="language">Two-letter language, "nl" or "en".</param>
    public string In(string language) => language == "en" && En is not null ? En : Nl;

    /// <summary>A text in Dutch only.</summary>
    /// <param name="nl">The Dutch text.</param>
    public static implicit operator LocalizedText(string nl) => new(nl);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static LocalizedText FromString(string nl) => new(nl);

    /// <inheritdoc />
    public override string ToString() => Nl;
}
