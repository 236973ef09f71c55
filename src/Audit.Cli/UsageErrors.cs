using System.CommandLine;
using System.Text.RegularExpressions;

namespace Audit.Cli;

/// <summary>Says in Dutch what is wrong with a command line; the library that reads it has no Dutch.</summary>
internal static class UsageErrors
{
    private static readonly (string Pattern, string Dutch)[] Known =
    [
        ("^Required command was not provided\\.$", "er is geen opdracht gegeven"),
        ("^Option '(.+)' is required\\.$", "optie $1 ontbreekt"),
        ("^Required argument missing for option: '(.+)'\\.$", "na optie $1 ontbreekt de waarde"),
        ("^Required argument '(.+)' missing for command: '(.+)'\\.$", "bij de opdracht '$2' ontbreekt $1"),
        ("^Required argument missing for command: '(.+)'\\.$", "bij de opdracht '$1' ontbreekt een argument"),
        ("^Unrecognized command or argument '(.+)'\\.$", "onbekende opdracht of onbekend argument '$1'"),
        ("^Option '(.+)' expects a single argument but (\\d+) were provided\\.$", "optie $1 mag één keer, maar is $2 keer gegeven"),
        ("^Argument '(.+)' not recognized\\. Must be one of:\\s*(.+)$", "'$1' kan niet; mogelijk zijn $2"),
        ("^Cannot parse argument '(.+)' for option '(.+)' as expected type '.+'\\.$", "'$1' kan niet bij optie $2"),
    ];

    /// <summary>One line per error.</summary>
    public static IEnumerable<string> Of(ParseResult parsed) => parsed.Errors.Select(error => Translate(error.Message));

    private static string Translate(string message)
    {
        foreach (var (pattern, dutch) in Known)
        {
            if (Regex.IsMatch(message, pattern, RegexOptions.Singleline))
            {
                var line = Regex.Replace(message, pattern, dutch, RegexOptions.Singleline);
                return Regex.Replace(line, @"\s*\n\s*", ", ");
            }
        }

        return message;
    }
}
