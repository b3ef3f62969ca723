using Athene.Cli.Run;
using Athene.Cli.Tests.Support;
using Athene.Contracts.Errors;

namespace Athene.Cli.Tests.Run;

public sealed class RunTemplateTests : CliTest
{
    private const string App =
        """
        version: 1
        common:
          resourcesPath: ./components
          env: { A: common, B: "1" }
        apps:
          - appID: session
            appDirPath: .
            appPort: 5101
            daprHTTPPort: 3501
            command: ["dotnet", "session.dll"]
            env: { A: own }
        """;

    [Fact]
    public void A_template_is_read_with_paths_made_absolute_and_environments_merged()
    {
        var template = RunTemplateParser.Load(File("dapr.yaml", App));

        template.ResourcesPath.ShouldBe(Path.Combine(Home, "components"));
        var app = template.Apps.ShouldHaveSingleItem();
        app.AppId.ShouldBe("session");
        app.Directory.ShouldBe(Home);
        app.Command.ShouldBe(["dotnet", "session.dll"]);
        app.AppPort.ShouldBe(5101);
        app.DaprHttpPort.ShouldBe(3501);
        app.DaprGrpcPort.ShouldBeNull();
        app.Environment.ShouldBe(new Dictionary<string, string> { ["A"] = "own", ["B"] = "1" }, ignoreOrder: true);
    }

    [Fact]
    public void Health_check_is_the_apps_own_words_then_the_common_ones_then_the_defaults()
    {
        var text = App.Replace("common:", "common:\n  enableAppHealthCheck: true\n  appHealthThreshold: 9", StringComparison.Ordinal)
            .Replace("    appPort: 5101", "    appPort: 5101\n    enableAppHealthCheck: false\n    appHealthProbeTimeout: 250", StringComparison.Ordinal);

        var app = RunTemplateParser.Load(File("dapr.yaml", text)).Apps.ShouldHaveSingleItem();

        app.HealthCheck.ShouldBe(new RunHealthCheck("/healthz", TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(250), 9));
        RunTemplateParser.Load(File("plain.yaml", App)).Apps.ShouldHaveSingleItem().HealthCheck.ShouldBeNull();
    }

    [Theory]
    [InlineData("appPort: 5101", "appPrt: 5101", ":8:", "did you mean 'appPort'?")]
    [InlineData("appPort: 5101", "appPort: many", ":8:", "a whole number")]
    [InlineData("appPort: 5101", "appPort: 70000", ":8:", "1 to 65535")]
    [InlineData("command: [\"dotnet\", \"session.dll\"]", "command: dotnet", ":10:", "expected a list")]
    [InlineData("version: 1", "version: 2", ":1:", "must be 1")]
    [InlineData("  - appID: session", "  - appProtocol: http", ":6:", "appID: is missing")]
    [InlineData("apps:", "apps: [", ":6:", "not valid YAML")]
    public void A_mistake_is_told_with_its_line(string right, string wrong, string place, string what)
    {
        var path = File("dapr.yaml", App.Replace(right, wrong, StringComparison.Ordinal));

        var error = Should.Throw<AtheneException>(() => RunTemplateParser.Load(path));

        var told = error.Problem.Detail ?? error.Message;
        told.ShouldContain(place);
        told.ShouldContain(what);
    }

    [Theory]
    [InlineData("appMaxConcurrency: 5", "does not limit how many calls")]
    [InlineData("appSSL: true", "without TLS")]
    [InlineData("appProtocol: grpc", "over http, not grpc")]
    [InlineData("unixDomainSocket: /tmp", "ports and no sockets")]
    [InlineData("configFilePath: ./config.yaml", "put the file there")]
    [InlineData("readBufferSize: 64Ki", "at most 32Ki")]
    [InlineData("appChannelAddress: 10.0.0.1", "127.0.0.1 only")]
    [InlineData("resourcesPath: ./own", "say it under common")]
    public void What_the_embedded_sidecar_does_not_do_is_refused_with_its_line_and_left_to_Dapr(string key, string what)
    {
        var path = File("dapr.yaml", App.Replace("    appPort: 5101", $"    {key}", StringComparison.Ordinal));

        var error = Should.Throw<AtheneException>(() => RunTemplateParser.Load(path));

        var told = error.Problem.Detail ?? error.Message;
        told.ShouldContain(":8:");
        told.ShouldContain(what);
        RunTemplateParser.Load(path, RunTarget.Dapr).Apps.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("appMaxConcurrency: -1")]
    [InlineData("appSSL: false")]
    [InlineData("appProtocol: http")]
    [InlineData("readBufferSize: 16Ki")]
    [InlineData("appChannelAddress: localhost")]
    [InlineData("logLevel: debug")]
    public void What_changes_nothing_is_read_over(string key) =>
        RunTemplateParser.Load(File("dapr.yaml", App.Replace("    appPort: 5101", $"    {key}", StringComparison.Ordinal))).Apps.ShouldHaveSingleItem();

    [Fact]
    public void A_common_part_that_the_embedded_sidecar_cannot_follow_is_refused_too()
    {
        var path = File("dapr.yaml", App.Replace("  resourcesPath: ./components", "  resourcesPaths: [./a, ./b]\n  appSSL: true", StringComparison.Ordinal));

        var told = Should.Throw<AtheneException>(() => RunTemplateParser.Load(path)).Problem.Detail.ShouldNotBeNull();

        told.ShouldContain("reads one directory");
        told.ShouldContain("without TLS");
    }

    [Theory]
    [InlineData("8Mi", 8 * 1024 * 1024)]
    [InlineData("1.5Ki", 1536)]
    [InlineData("500k", 500_000)]
    [InlineData("4096", 4096)]
    public void Body_limit_is_the_apps_own_or_the_common_one(string text, int bytes)
    {
        RunTemplateParser.Load(File("own.yaml", App.Replace("common:", "common:\n  maxBodySize: 1Mi", StringComparison.Ordinal)
            .Replace("    appPort: 5101", $"    maxBodySize: {text}", StringComparison.Ordinal))).Apps[0].MaxBodySize.ShouldBe(bytes);
        RunTemplateParser.Load(File("common.yaml", App.Replace("common:", $"common:\n  maxBodySize: {text}", StringComparison.Ordinal))).Apps[0].MaxBodySize.ShouldBe(bytes);
    }

    [Theory]
    [InlineData("large")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("3Gi")]
    public void Body_limit_that_is_no_size_is_refused(string text)
    {
        var path = File("dapr.yaml", App.Replace("    appPort: 5101", $"    maxBodySize: {text}", StringComparison.Ordinal));

        var error = Should.Throw<AtheneException>(() => RunTemplateParser.Load(path));

        (error.Problem.Detail ?? error.Message).ShouldContain("is not a size");
    }

    [Fact]
    public void A_missing_template_is_named()
    {
        var path = Path.Combine(Home, "dapr.yaml");

        Should.Throw<AtheneException>(() => RunTemplateParser.Load(path)).Message.ShouldContain(path);
    }
}
