using System.Globalization;
using Audit.Core.Instruments;

namespace Audit.Data.Languages;

/// <summary>What the program says, in the language of the reader. Dutch is the source: it stands in the code, and is the key to the English text.</summary>
/// <remarks>The language is <see cref="CultureInfo.CurrentUICulture"/>, set per request, per e-mail and once by the command line. What is stored (trail, notes, reasons) is Dutch and is never passed through here.</remarks>
public static class Language
{
    /// <summary>Dutch, as texts, dates and numbers are written in the Netherlands.</summary>
    public static CultureInfo Dutch { get; } = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>English, with dates and numbers as in Great Britain.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Two letters: "en" when the reader chose English, otherwise "nl".</summary>
    public static string Code => IsEnglish ? "en" : "nl";

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>A text of the program for the reader.</summary>
    /// <param name="dutch">Always an interpolated string, also without holes: a dollar sign before the quotes. Its format, with {0} for the first hole, is the key in Languages/English.</param>
    /// <returns>The English text, or the Dutch one for a Dutch reader and when there is no translation.</returns>
    public static string Tr(FormattableString dutch)
    {
        var format = IsEnglish && EnglishTexts.All.TryGetValue(dutch.Format, out var english) ? english : dutch.Format;
        return string.Format(IsEnglish ? English : Dutch, format, dutch.GetArguments());
    }

    /// <summary>A sentence of the domain for the reader.</summary>
    /// <param name="sentence">The sentence; made with <see cref="Sentence.Of(FormattableString)"/>, so that it has English as well.</param>
    public static string Tr(Sentence sentence) => sentence.In(IsEnglish ? English : Dutch, format => IsEnglish ? EnglishTexts.All.GetValueOrDefault(format, format) : format);

    /// <summary>For the attribute lang: "nl" when an English reader gets the Dutch text, otherwise null.</summary>
    public static string? LangOf(LocalizedText text) => IsEnglish && text.En is null ? "nl" : null;

    /// <inheritdoc cref="LangOf(LocalizedText)"/>
    public static string? LangOf(Sentence sentence) => IsEnglish && !EnglishTexts.All.ContainsKey(sentence.Format) ? "nl" : null;

    /// <summary>Makes Dutch the language of whatever does not choose one: work in the background, the command line.</summary>
    public static void StartInDutch() => CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = Dutch;

    /// <summary>Runs with another language: an e-mail to somebody who reads English.</summary>
    /// <param name="code">"nl" or "en"; null is Dutch.</param>
    /// <returns>Puts the language back when disposed.</returns>
    public static IDisposable Use(string? code)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = code == "en" ? English : Dutch;
        return new Return(before);
    }

    private sealed class Return((CultureInfo Culture, CultureInfo Words) before) : IDisposable
    {
        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
    }
}
