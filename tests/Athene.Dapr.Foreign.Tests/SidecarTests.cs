namespace Athene.Dapr.Foreign;

/// <summary>Secrets, metadata, health and shutdown, under an API token. The scripts are in <c>JavaScript/sidecar.js</c>.</summary>
public sealed class SidecarTests : ForeignTest
{
    protected override string ApiToken => "of-the-sidecar";

    [Theory, MemberData(nameof(Protocols))]
    public async Task Secret_is_read_alone_and_among_all(string protocol)
    {
        Environment.SetEnvironmentVariable("FOREIGN_SECRET", "hidden");
        (await RunAsync("sidecar.js", "secret", protocol)).ShouldBe("""{"FOREIGN_SECRET":"hidden"}""");
        (await RunAsync("sidecar.js", "secrets", protocol)).ShouldBe("""[{"FOREIGN_SECRET":"hidden"},false]""");
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task Metadata_is_labelled_and_read(string protocol) =>
        (await RunAsync("sidecar.js", "metadata", protocol)).ShouldStartWith("""{"id":"js","team":"blue","store":{"name":"statestore","type":"state.sqlite","version":"v1","capabilities":[""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Sidecar_is_healthy(string protocol) => (await RunAsync("sidecar.js", "health", protocol)).ShouldBe("true");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Sidecar_stops_when_asked(string protocol)
    {
        (await RunAsync("sidecar.js", "shutdown", protocol)).ShouldBe("\"asked\"");
        await Sidecar.WhenStoppedAsync();
    }
}
