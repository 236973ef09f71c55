using Audit.Data.Database;

namespace Audit.Web.Accounts;

/// <summary>How long a session lasts, and who needs a second factor.</summary>
/// <param name="Idle">Longest time between two requests.</param>
/// <param name="Longest">Longest time since signing in.</param>
/// <param name="RolesWithSecondFactor">Roles in a body that must use a second factor.</param>
public sealed record SessionRules(TimeSpan Idle, TimeSpan Longest, IReadOnlyCollection<string> RolesWithSecondFactor)
{
    private const string Everyone = "everyone";
    private const int DefaultIdleMinutes = 120;
    private const int DefaultLongestHours = 12;

    /// <summary>Whether everybody must use one.</summary>
    public bool AllNeedSecondFactor => RolesWithSecondFactor.Contains(Everyone);

    public bool NeedsSecondFactor(IEnumerable<string> roles) => AllNeedSecondFactor || roles.Any(RolesWithSecondFactor.Contains);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">They cannot be used; see <see cref="Refusal"/>.</exception>
    public static SessionRules Of(IConfiguration configuration) => Refusal(configuration) is { } refusal
        ? throw new InvalidOperationException(refusal)
        : new(
            TimeSpan.FromMinutes(configuration.GetValue("SignIn:IdleMinutes", DefaultIdleMinutes)),
            TimeSpan.FromHours(configuration.GetValue("SignIn:LongestHours", DefaultLongestHours)),
            RolesOf(configuration));

    /// <summary>Why this configuration cannot be used, in Dutch; null when it can.</summary>
    public static string? Refusal(IConfiguration configuration)
    {
        var wrong = RolesOf(configuration).FirstOrDefault(role => role != Everyone && role != Roles.Installation && !Roles.All.Contains(role));
        return wrong is not null ? $"SignIn:SecondFactor noemt '{wrong}'; mogelijk zijn {Everyone}, {Roles.Installation}, {string.Join(", ", Roles.All)}."
            : !IsPositive(configuration["SignIn:IdleMinutes"]) ? "SignIn:IdleMinutes moet een geheel getal groter dan 0 zijn."
            : !IsPositive(configuration["SignIn:LongestHours"]) ? "SignIn:LongestHours moet een geheel getal groter dan 0 zijn."
            : null;
    }

    private static bool IsPositive(string? text) => text is null or "" || (int.TryParse(text, out var number) && number > 0);

    private static string[] RolesOf(IConfiguration configuration) =>
        (configuration["SignIn:SecondFactor"] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
