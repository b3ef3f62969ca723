namespace Athene.EndToEnd.Tests.Harness;

[CollectionDefinition(Name)]
public sealed class SharedInstallationCollection : ICollectionFixture<SharedInstallation>
{
    public const string Name = "Shared installation";
}
