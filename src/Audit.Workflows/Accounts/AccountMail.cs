using Audit.Data.Database;
using Audit.Workflows.Mail;

namespace Audit.Workflows.Accounts;

/// <summary>E-mails with a link to an account. Their text is erased once they are sent or given up, because of the secret in it.</summary>
/// <param name="BodyName">The body.</param>
/// <param name="PublicAddress">Base of the link, without a slash at the end.</param>
public sealed record AccountMail(string BodyName, string PublicAddress)
{
    private const string Prefix = "account/";

    /// <summary>Whether the text of an e-mail must not be kept.</summary>
    public static bool HoldsSecret(MailRow mail) => mail.Key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Those whose text must not be kept, and still is.</summary>
    public static IQueryable<MailRow> WithSecret(IQueryable<MailRow> mails) => mails.Where(row => row.Key.StartsWith(Prefix) && row.Text != string.Empty);

    /// <summary>Whether the text, and so the link, is gone.</summary>
    public static bool IsForgotten(MailRow mail) => HoldsSecret(mail) && mail.Text.Length == 0;

    public OutgoingMail Invitation(UserRow user, string secret)
    {
        using var language = Use(user.Language);
        return Write(
            user,
            Tr($"uitnodiging"),
            Tr($"U bent uitgenodigd om mee te werken aan doorlichtingen op risico's van discriminatie bij {OneLine.Of(BodyName)}."),
            Tr($"Neem uw account in gebruik met deze link. De link werkt één keer en is {AccountLinks.InvitationLife.Days} dagen geldig:"),
            AccountLinks.PathOf(AccountLinkKinds.Invitation, secret),
            Tr($"Verwacht u deze uitnodiging niet? Dan hoeft u niets te doen."));
    }

    public OutgoingMail NewPassword(UserRow user, string secret)
    {
        using var language = Use(user.Language);
        return Write(
            user,
            Tr($"nieuw wachtwoord"),
            Tr($"Iemand vroeg om een nieuw wachtwoord voor uw account bij {OneLine.Of(BodyName)}."),
            Tr($"Kies een nieuw wachtwoord met deze link. De link werkt één keer en is {(int)AccountLinks.PasswordLife.TotalMinutes} minuten geldig:"),
            AccountLinks.PathOf(AccountLinkKinds.Password, secret),
            Tr($"Was u dit niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is."));
    }

    private OutgoingMail Write(UserRow user, string about, params string[] lines) => new(
        user.BodyId,
        $"{Prefix}{Guid.CreateVersion7():N}",
        user.Email!,
        Tr($"[{BodyName}] Doorlichting discriminatierisico's: {about}"),
        string.Join('\n', [
            Tr($"Beste {OneLine.Of(user.DisplayName)},"), string.Empty, lines[0], string.Empty, lines[1], PublicAddress + lines[2], string.Empty, lines[3],
            Tr($"Dit bericht is automatisch gemaakt. Antwoorden worden niet gelezen."),
        ]) + "\n");
}
