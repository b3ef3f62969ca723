namespace Athene.Configuration.Notifiers;

/// <summary>Mail, by SMTP.</summary>
public sealed record EmailSettings() : NotifierSettings(PluginNames.Email)
{
    public string? Host { get; init; }

    /// <summary>Null: 587, or 465 with <see cref="MailSecurity.Tls"/>.</summary>
    public int? Port { get; init; }

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>Null: without logging in.</summary>
    public string? Username { get; init; }

    public SecretText? Password { get; init; }

    public string? From { get; init; }

    public IReadOnlyList<string> To { get; init; } = [];

    public override IEnumerable<SecretText> Secrets => Password is null ? [] : [Password];

    public override IEnumerable<string> Problems(Func<string, string?> variable)
    {
        if (Host is null) yield return "it needs 'host', the mail server";
        if (From is null || To.Count == 0) yield return "it needs 'from' and 'to', addresses of mail";
        else if (To.Append(From).Any(address => !address.Contains('@'))) yield return "'from' and 'to' must be addresses of mail";
        if ((Username is null) != (Password is null)) yield return "'username' and 'password' go together";
        if (Security is MailSecurity.None && Password is not null && !IsThisMachine)
            yield return "'security: none' would send the password in the clear; use starttls or tls";
    }

    private bool IsThisMachine => Host is "localhost" || (System.Net.IPAddress.TryParse(Host, out var address) && System.Net.IPAddress.IsLoopback(address));
}
