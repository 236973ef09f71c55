namespace Audit.Web.Access;

/// <summary>What a session knows about a person. Only the session itself is in the cookie; the others are read again at every request.</summary>
internal static class SessionClaims
{
    public const string SessionId = "session-id";
    public const string SignedInUtc = "signed-in-utc";
    public const string DisplayName = "display-name";
    public const string BodyId = "body-id";
    public const string BodyName = "body-name";
    public const string BodyRole = "body-role";

    /// <summary>The person must use a second factor, and did not in this session.</summary>
    public const string LacksSecondFactor = "lacks-second-factor";

    /// <summary>That person has one already, so that it is asked and no other can be set up.</summary>
    public const string HasSecondFactor = "has-second-factor";

    /// <summary>Those that are made anew at every request.</summary>
    public static IReadOnlyCollection<string> OfThisMoment { get; } = [SignedInUtc, DisplayName, BodyId, BodyName, BodyRole, LacksSecondFactor, HasSecondFactor];
}
