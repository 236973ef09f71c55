using System.Globalization;
using Audit.Core.Instruments;

namespace Audit.Core;

/// <summary>A sentence of the program in Dutch, with what is filled in kept apart, so that a reader can get it in another language. Dutch: <c>zin</c>.</summary>
/// <remarks>Core knows no reader: it says what there is to say, and whoever shows it looks the format up in the language of the reader. As text it is Dutch.</remarks>
public sealed class Sentence
{
    private static readonly CultureInfo Dutch = DutchNumbers();

    private Sentence(string format, IReadOnlyList<object?> arguments) => (Format, Arguments) = (format, arguments);

    /// <summary>The Dutch sentence with {0} for the first hole; the key under which its translation is found.</summary>
    public string Format { get; }

    /// <summary>What fills the holes; a sentence or a <see cref="LocalizedText"/> is shown in the language of the reader as well.</summary>
    public IReadOnlyList<object?> Arguments { get; }

    /// <summary>Makes a sentence.</summary>
    /// <param name="dutch">Always an interpolated literal, also without holes, so that its translation can be checked.</param>
    public static Sentence Of(FormattableString dutch) => new(dutch.Format, dutch.GetArguments());

    /// <summary>A sentence of which the parts are known, as it comes back from storage.</summary>
    /// <param name="format">The Dutch sentence with {0} for the first hole.</param>
    /// <param name="arguments">What fills the holes.</param>
    public static Sentence Of(string format, IReadOnlyList<object?> arguments) => new(format, arguments);

    /// <summary>A text that is the same for every reader, such as what somebody typed.</summary>
    /// <param name="text">The text.</param>
    public static Sentence Fixed(string text) => new("{0}", [text]);

    /// <summary>Sentences one after the other.</summary>
    /// <param name="separator">Between two; the same in every language.</param>
    /// <param name="parts">The sentences, in order.</param>
    public static Sentence Join(string separator, IEnumerable<Sentence> parts)
    {
        object?[] arguments = [.. parts];
        return new(string.Join(separator, Enumerable.Range(0, arguments.Length).Select(index => $"{{{index}}}")), arguments);
    }

    /// <summary>The sentence for a reader.</summary>
    /// <param name="culture">How numbers and days are written; its language is that of localized texts.</param>
    /// <param name="translate">Gives the format in the language of the reader, or the Dutch one when there is no translation.</param>
    public string In(CultureInfo culture, Func<string, string> translate) => string.Format(culture, translate(Format), [.. Arguments.Select(argument => argument switch
    {
        Sentence sentence => sentence.In(culture, translate),
        LocalizedText text => text.In(culture.TwoLetterISOLanguageName),
        _ => argument,
    })]);

    /// <summary>The Dutch sentence.</summary>
    public override string ToString() => In(Dutch, format => format);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Sentence other && other.Format == Format && other.ToString() == ToString();

    /// <inheritdoc />
    public override int GetHashCode() => Format.GetHashCode(StringComparison.Ordinal);

    // Not nl-NL: the text must not depend on the culture data of the machine.
    private static CultureInfo DutchNumbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
        return culture;
    }
}
