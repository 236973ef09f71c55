using Audit.Data.Database;

namespace Audit.Web.Accounts;

/// <summary>How sessions are described.</summary>
public static class SessionTexts
{
    public static string WayOf(SessionRow session) => session.Way switch
    {
        SignInWays.Passkey => Tr($"Met een passkey"),
        SignInWays.Organisation => Tr($"Met het account van de organisatie"),
        _ => session.HasSecondFactor ? Tr($"Met wachtwoord en tweede stap") : Tr($"Met alleen een wachtwoord"),
    };
}

/// <summary>What a browser calls itself, as people call it.</summary>
public static class DeviceNames
{
    // The first that fits: browsers name each other.
    private static readonly (string Part, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Part, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string device)
    {
        var browser = Array.Find(Browsers, known => device.Contains(known.Part, StringComparison.Ordinal)).Name ?? Tr($"Onbekende browser");
        return Array.Find(Systems, known => device.Contains(known.Part, StringComparison.Ordinal)).Name is { } system ? Tr($"{browser} op {system}") : browser;
    }
}
