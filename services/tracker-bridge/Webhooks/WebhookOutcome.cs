namespace Athene.TrackerBridge.Webhooks;

/// <summary>What became of a webhook.</summary>
public enum WebhookOutcome
{
    /// <summary>It is stored, and will be seen to whatever happens to this process.</summary>
    Queued,

    /// <summary>It came before.</summary>
    Duplicate,

    /// <summary>It is about nothing that Athene looks at, or about no project of this home.</summary>
    Ignored,
}
