using System.Net.Sockets;
using Audit.Workflows.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Audit.Web.Mail;

/// <summary>Why an e-mail was not sent, without secrets.</summary>
/// <param name="Text">The reason.</param>
/// <param name="IsFinal">Whether trying again would not help.</param>
public sealed record MailFailure(Sentence Text, bool IsFinal = false)
{
    private const int LongestAnswer = 300;
    private const int Permanent = 500;

    /// <summary>The reason that an exception stands for.</summary>
    public static MailFailure Of(Exception failure, MailSettings settings) => failure switch
    {
        ParseException => new(Sentence.Of($"Dit is geen e-mailadres."), IsFinal: true),
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refused => new(Sentence.Of($"De mailserver neemt de afzender {settings.From.Address} niet aan ({AnswerOf(refused, settings)}).")),
        SmtpCommandException refused => new(Sentence.Of($"De mailserver neemt het bericht niet aan ({AnswerOf(refused, settings)})."), (int)refused.StatusCode >= Permanent),
        AuthenticationException => new(Sentence.Of($"De mailserver neemt de gebruikersnaam of het wachtwoord niet aan.")),
        SslHandshakeException => new(Sentence.Of($"De verbinding met de mailserver is niet veilig: zijn certificaat wordt niet vertrouwd, of TLS is er niet.")),
        NotSupportedException => new(Sentence.Of($"De mailserver kan niet wat de instellingen vragen, zoals STARTTLS of aanmelden.")),
        SocketException => new(Sentence.Of($"De mailserver {settings.Host}:{settings.Port} is niet te bereiken.")),
        OperationCanceledException or TimeoutException => new(Sentence.Of($"De mailserver antwoordde niet op tijd. Het is niet zeker of hij het bericht heeft aangenomen.")),
        IOException or ProtocolException or ServiceNotConnectedException => new(Sentence.Of($"De mailserver verbrak de verbinding.")),
        _ => new(Sentence.Of($"Er ging iets mis bij het verzenden ({failure.GetType().Name}).")),
    };

    /// <summary>Code and words of the server, on one line; were it to repeat the password, that is left out.</summary>
    private static string AnswerOf(SmtpCommandException refused, MailSettings settings)
    {
        var words = settings.Password.Length > 0 ? refused.Message.Replace(settings.Password, "…", StringComparison.Ordinal) : refused.Message;
        return $"{(int)refused.StatusCode} {OneLine.Of(words, LongestAnswer)}";
    }
}
