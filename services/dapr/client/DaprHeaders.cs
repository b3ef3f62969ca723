namespace Athene.Dapr;

internal static class DaprHeaders
{
    /// <summary>Carries the sidecar's API token from the app, and the app's token from the sidecar.</summary>
    public const string ApiToken = "dapr-api-token";
}
