namespace Audit.Web.Forms;

/// <summary>A field of one line with its label, help and error, as <c>_LineField</c> shows it.</summary>
/// <param name="Name">Name in the form, which is also its id.</param>
/// <param name="Label">What stands above it.</param>
public sealed record LineField(string Name, string Label)
{
    public string Type { get; init; } = "text";

    public string? Value { get; init; }

    public string Autocomplete { get; init; } = "off";

    public string? Hint { get; init; }

    public string? InputMode { get; init; }

    /// <summary>A field for a password that is chosen now.</summary>
    public static LineField NewPassword(string name, string label) => new(name, label)
    {
        Type = "password",
        Autocomplete = "new-password",
        Hint = Tr($"Minstens {Accounts.PasswordRules.Fewest} tekens. Vier woorden die niets met elkaar te maken hebben, zijn goed te onthouden en moeilijk te raden."),
    };
}
