namespace Athene.Configuration.Notifiers;

/// <summary>How the way to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted after a greeting in the clear; never without.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    None,
}
