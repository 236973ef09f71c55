using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Audit.Data.Database;
using MailKit.Net.Smtp;

namespace Audit.Web.Mail;

/// <summary>One connection to the mail server for a round of e-mails; nothing else speaks SMTP.</summary>
public sealed class SmtpRound(MailSettings settings) : IAsyncDisposable
{
    private SmtpClient? client;
    private MailFailure? unreachable;

    /// <summary>Sends one e-mail.</summary>
    /// <returns>Why it was not sent; null when the server took it.</returns>
    public async Task<MailFailure?> SendAsync(MailRow row, CancellationToken cancellation)
    {
        if (unreachable is not null)
        {
            return unreachable;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(settings.Patience);
        try
        {
            var message = MailWriter.Write(row, settings);
            unreachable = await ConnectAsync(patience.Token);
            if (unreachable is null)
            {
                await client!.SendAsync(message, patience.Token);
            }

            return unreachable;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            var reason = MailFailure.Of(failure, settings);
            // A server that hangs would hold up every other e-mail as long again; they are tried in a later round.
            unreachable = patience.IsCancellationRequested ? reason : unreachable;
            return reason;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client is { IsConnected: true })
        {
            try
            {
                await client.DisconnectAsync(quit: true);
            }
            catch (Exception failure) when (failure is IOException or MailKit.ProtocolException or MailKit.CommandException)
            {
                // What was sent was taken before; a farewell that fails changes nothing.
            }
        }

        client?.Dispose();
    }

    /// <summary>Connects when there is no connection; a server that cannot be reached is asked once in a round.</summary>
    private async Task<MailFailure?> ConnectAsync(CancellationToken cancellation)
    {
        if (client is { IsConnected: true })
        {
            return null;
        }

        client?.Dispose();
        client = NewClient();
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancellation);
            if (settings.User.Length > 0)
            {
                await client.AuthenticateAsync(settings.User, settings.Password, cancellation);
            }

            return null;
        }
        catch (Exception failure)
        {
            client.Dispose();
            client = null;
            return MailFailure.Of(failure, settings) with { IsFinal = false };
        }
    }

    private SmtpClient NewClient()
    {
        var fresh = new SmtpClient { Timeout = (int)settings.Patience.TotalMilliseconds };
        if (settings.Authority.Length > 0)
        {
            fresh.ServerCertificateValidationCallback = (_, certificate, received, errors) => IsTrusted(certificate as X509Certificate2, received, errors);
        }

        return fresh;
    }

    /// <summary>Name and dates as always; only the authority is the organisation's own.</summary>
    private bool IsTrusted(X509Certificate2? certificate, X509Chain? received, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var authority = X509CertificateLoader.LoadCertificateFromFile(settings.Authority);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        // Certificates in between are those that the server sent; only the authority is trusted by itself.
        chain.ChainPolicy.ExtraStore.AddRange(received?.ChainPolicy.ExtraStore ?? []);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
