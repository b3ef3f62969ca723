namespace Athene.EndToEnd.Tests.Acceptance;

[CollectionDefinition(Name)]
public sealed class RelaunchInstallationCollection : ICollectionFixture<RelaunchInstallation>
{
    public const string Name = "Relaunch installation";
}
