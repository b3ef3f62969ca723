namespace Athene.TrackerBridge.Tests.Issues;

/// <summary>One bridge for the tests of all trackers.</summary>
[CollectionDefinition(Name)]
public sealed class TrackersCollection : ICollectionFixture<TrackersUnderTest>
{
    public const string Name = "trackers";
}
