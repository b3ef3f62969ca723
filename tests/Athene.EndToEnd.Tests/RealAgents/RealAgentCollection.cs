namespace Athene.EndToEnd.Tests.RealAgents;

[CollectionDefinition(Name)]
public sealed class RealAgentCollection : ICollectionFixture<RealAgentInstallation>
{
    public const string Name = "Real agents";
}
