using System.IO.Compression;

namespace Audit.Web.Accounts;

/// <summary>Passwords that everybody tries first, also with digits and signs behind them and said more than once.</summary>
/// <remarks>Sources: see common-passwords.md. Besides that, Dutch words that attackers try here.</remarks>
internal static class CommonPasswords
{
    private const string Resource = "Audit.Web.Accounts.common-passwords.txt.gz";

    private static readonly string[] Dutch =
    [
        "welkom", "wachtwoord", "geheim", "gemeente", "nederland", "amsterdam", "rotterdam", "denhaag", "utrecht", "overheid", "doorlichting", "discriminatie",
        "lente", "zomer", "herfst", "winter", "voorjaar", "najaar", "januari", "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november", "december",
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "voetbal", "koningsdag", "sinterklaas", "vakantie", "ministerie", "rijksoverheid", "demotoets",
    ];

    private static readonly char[] Signs = [.. Enumerable.Range(' ', 127 - ' ').Select(code => (char)code).Where(sign => !char.IsAsciiLetter(sign))];

    private static readonly Lazy<HashSet<string>> Known = new(Read);

    /// <summary>Whether a password is one of them, or one of them with a little added.</summary>
    public static bool Contains(string password)
    {
        var plain = password.Trim().ToLowerInvariant();
        var middle = plain.Trim(Signs);
        return Known.Value.Contains(plain) || IsKnown(middle) || IsKnown(Unleet(middle)) || IsOnePart(plain) || IsSequence(plain);
    }

    /// <summary>Whether what is left without digits and signs is one known word, or such words behind each other.</summary>
    private static bool IsKnown(string letters)
    {
        var words = new string([.. letters.Where(letter => char.IsLetter(letter) || letter == ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.Distinct().Count() == 1 && (Known.Value.Contains(words[0]) || IsKnownPart(words[0]));
    }

    private static bool IsKnownPart(string word) => PartOf(word) is { Length: > 0 } part && part != word && Known.Value.Contains(part);

    /// <summary>Whether it is a short piece said again and again.</summary>
    private static bool IsOnePart(string text) => PartOf(text).Length is > 0 and <= 4;

    /// <summary>The shortest piece of which a text is the repetition.</summary>
    private static string PartOf(string text)
    {
        var at = (text + text).IndexOf(text, 1, StringComparison.Ordinal);
        return at < 0 ? text : text[..at];
    }

    /// <summary>Whether letters or digits follow each other all the way, up or down.</summary>
    private static bool IsSequence(string text) =>
        text.Zip(text.Skip(1)).All(pair => (pair.Second - pair.First) is 1 or 0 || (pair.First, pair.Second) is ('9', '0'))
        || text.Zip(text.Skip(1)).All(pair => (pair.First - pair.Second) is 1 or 0 || (pair.First, pair.Second) is ('0', '9'));

    private static string Unleet(string text) => text.Replace('0', 'o').Replace('1', 'l').Replace('3', 'e').Replace('@', 'a').Replace('$', 's');

    private static HashSet<string> Read()
    {
        using var file = new GZipStream(typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!, CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var known = new HashSet<string>(Dutch, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            known.Add(line);
        }

        return known;
    }
}
