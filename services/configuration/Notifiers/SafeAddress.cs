namespace Athene.Configuration.Notifiers;

/// <summary>Where notifications may be sent: encrypted, or not off this machine.</summary>
public static class SafeAddress
{
    /// <summary>What is wrong with the address, without repeating it; null: nothing.</summary>
    public static string? ProblemOf(string key, string address, bool mayBeInsecure = false)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
            return $"'{key}' is not an address that begins with https://";
        return uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback || mayBeInsecure
            ? null
            : $"'{key}' is http:// to another machine: anybody on the way could read it; use https://";
    }
}
