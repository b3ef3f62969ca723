namespace Athene.Sidecar.PubSub;

/// <summary>One app's wish for the events of a topic.</summary>
/// <param name="Routes">Tried in order; the first that matches gets the event.</param>
/// <param name="DeadLetterTopic">Where refused events go; empty for nowhere.</param>
/// <param name="Bulk">Null delivers one by one.</param>
/// <param name="IsDeclared">From a resource file, not from the app.</param>
internal sealed record Subscription(
    string PubSub, string Topic, IReadOnlyList<SubscriptionRoute> Routes, string DeadLetterTopic,
    IReadOnlyDictionary<string, string> Metadata, BulkPolicy? Bulk, bool IsDeclared)
{
    public bool IsRaw => Metadata.GetValueOrDefault("rawPayload") == "true";
}
