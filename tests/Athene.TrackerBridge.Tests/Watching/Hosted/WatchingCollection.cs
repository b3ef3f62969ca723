namespace Athene.TrackerBridge.Tests.Watching.Hosted;

/// <summary>The tests that share one watching bridge, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class WatchingCollection : ICollectionFixture<WatchingBridge>
{
    public const string Name = "watching";
}
