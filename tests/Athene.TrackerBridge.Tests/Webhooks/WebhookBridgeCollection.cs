namespace Athene.TrackerBridge.Tests.Webhooks;

/// <summary>The tests that send webhooks to one bridge: its secrets are in the environment of this process.</summary>
[CollectionDefinition(Name)]
public sealed class WebhookBridgeCollection : ICollectionFixture<WebhookBridge>
{
    public const string Name = "webhooks";
}
