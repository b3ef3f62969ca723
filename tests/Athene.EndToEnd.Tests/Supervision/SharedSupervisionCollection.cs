namespace Athene.EndToEnd.Tests.Supervision;

/// <summary>The tests that share one <see cref="SharedSupervision"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSupervisionCollection : ICollectionFixture<SharedSupervision>
{
    public const string Name = "supervised installation";
}
