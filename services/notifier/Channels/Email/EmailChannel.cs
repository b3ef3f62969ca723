using System.Net.Sockets;
using Athene.Configuration.Notifiers;
using Athene.Notifier.Secrets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Athene.Notifier.Channels.Email;

/// <summary>Mail by SMTP. Where encryption is asked for, nothing is sent without.</summary>
public sealed class EmailChannel(EmailSettings settings, SecretReader secrets, TimeProvider clock) : IChannel
{
    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        var mail = EmailMessage.Of(message.Notification, settings, clock.GetUtcNow());
        var password = settings.Password is { } secret ? await secrets.ReadAsync("password", secret, cancellationToken) : null;
        using var smtp = new SmtpClient();
        try
        {
            await smtp.ConnectAsync(settings.Host!, settings.Port ?? (settings.Security is MailSecurity.Tls ? 465 : 587), Protection, cancellationToken);
            if (password is not null) await smtp.AuthenticateAsync(settings.Username ?? "", password, cancellationToken);
            await smtp.SendAsync(mail, cancellationToken);
        }
        catch (Exception failure) when (Explain(failure) is { } explanation)
        {
            throw explanation;
        }

        await QuitAsync(smtp, cancellationToken);
    }

    private SecureSocketOptions Protection => settings.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.None => SecureSocketOptions.None,
    };

    private ChannelException? Explain(Exception failure) => failure switch
    {
        SmtpCommandException refused => new ChannelException($"{settings.Host} answered {(int)refused.StatusCode}: {refused.Message}", refused)
        {
            IsPermanent = (int)refused.StatusCode >= 500,
        },
        AuthenticationException refused => new ChannelException($"{settings.Host} refused 'username' and 'password'", refused) { IsPermanent = true },
        SslHandshakeException untrusted => new ChannelException($"{settings.Host} could not be trusted (TLS): check its certificate, its name, and 'security'", untrusted) { IsPermanent = true },
        NotSupportedException unable => new ChannelException($"{settings.Host} does not offer what 'security' or 'username' asks for", unable) { IsPermanent = true },
        SocketException or IOException or ProtocolException => new ChannelException($"no answer from {settings.Host}", failure),
        _ => null,
    };

    // The mail is accepted by then: how the connection ends changes nothing about that.
    private static async Task QuitAsync(SmtpClient smtp, CancellationToken cancellationToken)
    {
        try
        {
            await smtp.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or SocketException or ProtocolException or OperationCanceledException)
        {
            smtp.Disconnect(quit: false, CancellationToken.None);
        }
    }
}
