namespace Audit.IdentityServer;

/// <summary>What a test must know of the server.</summary>
public static class Server
{
    public const string ClientId = "doorlichting";
    public const string ClientSecret = "geheim-van-de-proef";

    /// <summary>Begin of the line that tells where it listens.</summary>
    public const string Listening = "LISTENING ";
}
