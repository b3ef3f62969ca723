namespace Athene.Cli.Api;

/// <summary>Addresses below one session.</summary>
internal static class SessionPath
{
    public static string Of(string sessionId, string below = "") => $"v1/sessions/{Uri.EscapeDataString(sessionId)}{below}";
}
