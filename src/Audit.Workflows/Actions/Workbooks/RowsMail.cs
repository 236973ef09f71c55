using System.Net.Mail;
using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions.Workbooks;

/// <summary>The e-mail with which an owner without an account gets the own rows: what to do, and nothing of what was found.</summary>
/// <param name="To">A valid address.</param>
/// <param name="FileName">Name of the workbook.</param>
/// <param name="File">The workbook.</param>
public sealed record RowsMail(string To, string FileName, byte[] File)
{
    private const int LongestAddress = 254;

    /// <summary>A typed text as an address to send to; null when it is not one.</summary>
    public static string? AddressIn(string? typed)
    {
        var text = typed?.Trim() ?? string.Empty;
        var isAddress = text.Length <= LongestAddress && MailAddress.TryCreate(text, out var address) && address.Address == text
            && address.Host.Contains('.', StringComparison.Ordinal) && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
        return isAddress ? text : null;
    }

    /// <summary>The e-mail in the language in which its sender works, to be sent once the caller's transaction is done.</summary>
    /// <param name="current">The case.</param>
    /// <param name="exportId">The export that is attached; a second e-mail about it is not written.</param>
    /// <param name="classification">Marking of the workbook.</param>
    /// <param name="actor">Who sends, and when.</param>
    public MailRow ToRow(Case current, Guid exportId, string classification, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(),
        BodyId = current.Row.BodyId,
        AssessmentId = current.Row.Id,
        Key = ExportRecorder.NameOf(exportId),
        Recipient = To,
        Subject = Tr($"Uw acties om bij te werken"),
        Text = string.Join(
            '\n',
            Tr($"Goedendag,"),
            string.Empty,
            Tr($"{actor.Name} van {current.Body.Name} stuurt u het Excel-bestand met de acties waarvan u eigenaar bent."),
            string.Empty,
            Tr($"Wat vragen wij van u?"),
            Tr($"1. Open het bestand en lees het eerste blad."),
            Tr($"2. Werk op het blad Acties uw acties bij: de status, de voortgang en wat er is gebeurd."),
            Tr($"3. Sla het bestand op als Excel-werkmap (.xlsx) en stuur het terug aan {actor.Name}."),
            string.Empty,
            Tr($"U hebt geen account nodig. Alleen uw eigen acties staan in het bestand."),
            Tr($"Rubricering van het bestand: {classification}. Stuur het niet door aan anderen.")),
        AttachmentName = FileName,
        Attachment = Convert.ToBase64String(File),
        MadeUtc = actor.NowUtc,
        DueUtc = actor.NowUtc,
        Version = Guid.NewGuid(),
    };
}
