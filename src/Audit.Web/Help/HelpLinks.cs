namespace Audit.Web.Help;

/// <summary>Addresses of the help, and which part of it belongs to which page.</summary>
public static class HelpLinks
{
    public const string Home = "/hulp";

    public const string FirstCase = $"{Home}/eerste-doorlichting";

    public const string Example = $"{Home}/voorbeeld";

    /// <summary>Words in addresses with the part of the help that goes with them; the first that fits counts.</summary>
    private static readonly (string Word, string Anchor)[] Parts =
    [
        ("/vragen/", "antwoorden"),
        ("/onderscheid/", "antwoorden"),
        ("/concept", "antwoorden"),
        ("/delen", "antwoorden"),
        ("/enquete", "antwoorden"),
        ("/resultaat", "score"),
        ("/drempelregels", "score"),
        ("/risicos", "score"),
        ("/trend", "score"),
        ("/vorige-ronde", "score"),
        ("/beoorde", "rollen"),
        ("/dubbel-beoordelen", "rollen"),
        ("/vaststellen", "rollen"),
        ("/team", "rollen"),
        ("/activiteit", "rollen"),
        ("/spoor", "rollen"),
        ("/actie", "acties"),
        ("/mijn-acties", "acties"),
        ("/volgen", "acties"),
        ("/voortgang", "acties"),
        ("/vermoeden", "vermoedens"),
        ("/stap/", "stappen"),
        ("/taken", "stappen"),
        ("/onderzoeksplan", "stappen"),
        ("/nieuw", "stappen"),
        ("/beheer", "rollen"),
    ];

    /// <summary>The part of the help for the page at an address.</summary>
    public static string For(string path) =>
        Parts.FirstOrDefault(part => path.Contains(part.Word, StringComparison.Ordinal)).Anchor is { } anchor ? $"{Home}#{anchor}" : Home;
}
