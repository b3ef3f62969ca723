namespace Athene.Dapr;

/// <summary>What holds for all subscriptions of an app.</summary>
public class SubscribeOptions
{
    /// <summary>Takes bare payloads instead of CloudEvents, for every topic.</summary>
    public bool EnableRawPayload { get; set; }
}
