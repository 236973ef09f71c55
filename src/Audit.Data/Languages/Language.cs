using System.Globalization;
using Audit.Core.Instruments;

namespace Audit.Data.Languages;

/// <summary>What the program says, in the language of the reader. Dutch is the source: it stands in the code, and is the key to the English text.</summary>
/// <remarks>The language is <see cref="CultureInfo.CurrentUICulture"/>, set per request, per e-mail and once by the command line. What is stored (trail, workbooks) is Dutch and is not passed through here.</remarks>
public static class Language
{
    private static readonly AsyncLocal<HashSet<string>?> Kept = new();

    /// <summary>Dutch, as texts, dates and numbers are written in the Netherlands.</summary>
    public static CultureInfo Dutch { get; } = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>English, with dates and numbers as in Great Britain.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Two letters: "en" when the reader chose English, otherwise "nl".</summary>
    public static string Code => IsEnglish ? "en" : "nl";

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>A text of the instrument or the workflow for the reader: English when that is there, otherwise Dutch, which the page then marks as such.</summary>
    public static string Shown(this LocalizedText text)
    {
        if (IsEnglish && text.En is null)
        {
            Kept.Value?.Add(text.Nl);
        }

        return text.In(Code);
    }

    /// <summary>The title of a source for the reader; laws and publications have no English title here.</summary>
    public static string Shown(this SourceReference source) => new LocalizedText(source.Title).Shown();

    /// <summary>From here on, keeps the texts that a reader of English got in Dutch.</summary>
    public static void KeepDutch() => Kept.Value = [];

    /// <summary>The texts that this reader of English got in Dutch so far.</summary>
    public static IReadOnlyCollection<string> KeptDutch => Kept.Value ?? [];

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
    public static string Tr(Sentence sentence)
    {
        Keep(sentence);
        return sentence.In(IsEnglish ? English : Dutch, format => IsEnglish ? EnglishTexts.All.GetValueOrDefault(format, format) : format);
    }

    private static void Keep(Sentence sentence)
    {
        foreach (var argument in sentence.Arguments)
        {
            if (argument is Sentence part)
            {
                Keep(part);
            }
            else if (argument is LocalizedText text)
            {
                text.Shown();
            }
        }
    }

    /// <summary>For the attribute lang: "nl" when an English reader gets the Dutch text, otherwise null.</summary>
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
