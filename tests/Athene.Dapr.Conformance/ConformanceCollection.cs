namespace Athene.Dapr.Conformance;

/// <summary>One app and one sidecar for all tests, which take care not to share keys and ids.</summary>
[CollectionDefinition(Name)]
public sealed class ConformanceCollection : ICollectionFixture<ConformanceApp>
{
    public const string Name = "conformance";
}
