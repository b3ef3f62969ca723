namespace Athene.TrackerBridge.Webhooks;

/// <summary>The answer to a webhook that was taken.</summary>
/// <param name="Delivery">The host's own id of the delivery, or one made of the body where the host gives none.</param>
/// <param name="Projects">Whose repository it is about.</param>
/// <param name="Sessions">The live sessions whose pull request or branch it names.</param>
public sealed record WebhookReceipt(
    WebhookOutcome Outcome, string Event, string Delivery, IReadOnlyList<string> Projects, IReadOnlyList<string> Sessions);
