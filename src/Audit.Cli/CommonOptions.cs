using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Audit.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string> Answers() => new("--answers") { Description = "Antwoordenbestand", Required = true, HelpName = "BESTAND" };

    public static Option<string?> Instrument() => new("--instrument") { Description = "Instrument; zonder deze optie het instrument dat de antwoorden noemen", HelpName = "BESTAND" };

    public static Option<string?> Profile() => new("--profile") { Description = "Scoreprofiel; zonder deze optie templates/scoring/default.yaml", HelpName = "BESTAND" };

    public static Option<string?> Receipt() => new("--receipt") { Description = "Schrijf een rekenbewijs waarmee de score te herhalen is", HelpName = "BESTAND" };

    public static Option<string?> Json() => new("--json") { Description = "Schrijf het resultaat als JSON; - is standaarduitvoer", HelpName = "BESTAND" };

    public static Option<DateOnly?> On() => new("--on")
    {
        Description = "Peildatum voor de drempelregels (jjjj-mm-dd); zonder deze optie de datum van de antwoorden, anders vandaag",
        HelpName = "DATUM",
        CustomParser = ParseDate,
    };

    private static DateOnly? ParseDate(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is geen datum als 2026-11-22");
        return null;
    }
}
