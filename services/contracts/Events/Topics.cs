namespace Athene.Contracts.Events;

/// <summary>Names of the Dapr components and topics that services share (design interfaces.md §4).</summary>
public static class Topics
{
    public const string PubSub = "pubsub";

    public const string StateStore = "statestore";

    public const string SecretStore = "secretstore";

    public const string SessionEvents = "session-events";

    public const string TrackerEvents = "tracker-events";

    public const string LifecycleEvents = "lifecycle-events";

    public const string Notifications = "notifications";

    /// <summary>What hosts reported to the tracker bridge, on its way inside the tracker bridge.</summary>
    public const string WebhookDeliveries = "webhook-deliveries";

    public const string SessionEventsDead = "session-events-dead";

    public const string TrackerEventsDead = "tracker-events-dead";

    public const string LifecycleEventsDead = "lifecycle-events-dead";

    public const string NotificationsDead = "notifications-dead";

    public const string WebhookDeliveriesDead = "webhook-deliveries-dead";
}
