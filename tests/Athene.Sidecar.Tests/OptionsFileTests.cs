namespace Athene.Sidecar.Tests;

/// <summary>The file behind <c>--apps</c>.</summary>
public sealed class OptionsFileTests
{
    [Fact]
    public void What_the_file_leaves_out_has_its_default()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("apps.json");
        File.WriteAllText(file, """{"stateDirectory":"s","apps":[{"appId":"a","appPort":1,"httpPort":2,"grpcPort":3,"healthCheck":{}}]}""");

        var options = SidecarOptions.Load(file);

        var expected = new SidecarOptions { StateDirectory = "s", Apps = options.Apps, ApiToken = options.ApiToken, AppApiToken = options.AppApiToken };
        options.ShouldBe(expected);
        options.Apps.ShouldHaveSingleItem().ShouldBe(new SidecarApp("a", 1, 2, 3) { HealthCheck = new AppHealthCheck() });
    }
}
