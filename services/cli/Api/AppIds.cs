namespace Athene.Cli.Api;

/// <summary>Dapr app ids that the command line itself must know.</summary>
internal static class AppIds
{
    public const string Session = "session";

    public const string Notifier = "notifier";

    public const string TrackerBridge = "tracker-bridge";

    /// <summary>The embedded sidecar; not an app of <c>dapr.yaml</c>.</summary>
    public const string Sidecar = "sidecar";
}
