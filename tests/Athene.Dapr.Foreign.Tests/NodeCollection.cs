namespace Athene.Dapr.Foreign;

/// <summary>One installation for all tests, and one test at a time: each starts a process.</summary>
[CollectionDefinition(Name)]
public sealed class NodeCollection : ICollectionFixture<NodeProject>
{
    public const string Name = "node";
}
