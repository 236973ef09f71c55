namespace Audit.Browser.Tests.States;

/// <summary>The pages about accounts, signing in and standing in for a colleague.</summary>
public static class AccountStates
{
    private const string Running = "lopend onderzoek";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["account"] = new("teamlid", "/account"),
        ["account, password"] = new("teamlid", "/account/wachtwoord"),
        ["account, password wrong"] = new("teamlid", "/account/wachtwoord") { Spoil = visitor => visitor.PressAsync("Wachtwoord opslaan") },
        ["account, second step"] = new("coordinator", "/account/tweede-stap"),
        ["account, second step wrong"] = new("coordinator", "/account/tweede-stap") { Spoil = visitor => visitor.PressAsync("Tweede stap aanzetten") },
        ["account, passkeys"] = new("teamlid", "/account/passkeys"),
        ["account, sessions"] = new("teamlid", "/account/sessies"),
        ["accounts"] = new("beheerder", "/beheer/accounts"),
        ["accounts, wrong"] = new("beheerder", "/beheer/accounts") { Spoil = visitor => visitor.PressAsync("Uitnodigen") },
        ["accounts, one"] = new("beheerder", "/beheer/accounts") { Show = visitor => visitor.FollowAsync("Tess Teamlid") },
        ["accounts, lock wrong"] = new("beheerder", "/beheer/accounts") { Spoil = SpoilLockAsync },
        ["forgotten password"] = new(string.Empty, "/wachtwoord/vergeten"),
        ["new password, no such link"] = new(string.Empty, "/wachtwoord/nieuw/bestaat-niet"),
        ["invitation, no such link"] = new(string.Empty, "/uitnodiging/bestaat-niet"),
        ["organisation, failed"] = new(string.Empty, "/inloggen/organisatie"),
        ["standing in"] = new("begeleider", "{case}/vervanging", Running),
        ["standing in, wrong"] = new("begeleider", "{case}/vervanging", Running) { Spoil = visitor => visitor.PressAsync("Rol overdragen") },
    };

    private static async Task SpoilLockAsync(Site.Visitor visitor)
    {
        await visitor.FollowAsync("Tess Teamlid");
        await visitor.PressAsync("Account blokkeren");
    }
}
