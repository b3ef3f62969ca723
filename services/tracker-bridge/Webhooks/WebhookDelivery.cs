using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>A webhook that was verified, on its way through the durable queue: the facts that are needed of it, and nothing else.</summary>
/// <param name="Id">The same for the same delivery, however often it comes.</param>
/// <param name="ProjectIds">Whose repository it is about; all of them have a webhook that the sender knows the secret of.</param>
public sealed record WebhookDelivery(string Id, string Provider, IReadOnlyList<string> ProjectIds, WebhookHint Hint, DateTimeOffset ReceivedAt);
