namespace Athene.EndToEnd.Tests.Harness;

/// <summary>The tests that share one <see cref="HostedInstallation"/>.</summary>
[CollectionDefinition(Name)]
public sealed class HostedInstallationCollection : ICollectionFixture<HostedInstallation>
{
    public const string Name = "hosted installation";
}
