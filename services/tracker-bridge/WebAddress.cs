namespace Athene.TrackerBridge;

/// <summary>Addresses that a host gives for people. They are shown beside texts that are trusted, so nothing but an address may be in them. Pure.</summary>
internal static class WebAddress
{
    /// <summary>The address with everything escaped that is no part of one; null when it is none of the web.</summary>
    public static string? Of(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
