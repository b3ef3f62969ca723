using Athene.Cli.Supervision;
using Athene.Cli.Tests.Support;
using Athene.Configuration;

namespace Athene.Cli.Tests.Run;

public sealed class DaprRunTests : CliTest
{
    private const string FakeDapr =
        """
        #!/bin/sh
        # Plays `dapr run -f FILE`: runs the one app.
        [ "$1 $2" = "run -f" ] || exit 9
        echo "dapr says hello"
        APP_PORT=$STUB_PORT exec dotnet "$STUB"
        """;

    [Fact]
    public async Task Up_on_Dapr_runs_the_template_and_is_found_by_the_other_commands()
    {
        var port = new Ports().Choose(null);
        var template = File("dapr.yaml", $"version: 1\napps:\n  - appID: session\n    appDirPath: .\n    appPort: {port}\n    command: [session]\n");
        var dapr = File("dapr", FakeDapr);
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(dapr, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        var home = AtheneHome.From(Path.Combine(Home, "home"));
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = $"{Home}:{Environment.GetEnvironmentVariable("PATH")}",
            ["ATHENE_HOME"] = home.Root,
            ["ATHENE_RUN_FILE"] = template,
            ["STUB"] = StubApps.Stub,
            ["STUB_PORT"] = $"{port}",
        };

        var up = await AtheneProcess.RunAsync(environment, "up", "--dapr", "--detach", "--json");
        var run = RunFile.Read(home);
        var down = await AtheneProcess.RunAsync(environment, "down", "--json");

        up.ExitCode.ShouldBe(ExitCode.Done, up.Error);
        up.Json.GetProperty("services")[0].GetProperty("port").GetInt32().ShouldBe(port);
        down.Json.GetProperty("stopped")[0].GetString().ShouldBe("session");
        run.ShouldNotBeNull().Supervisor.IsAlive().ShouldBeFalse();
        Ports.IsFree(port).ShouldBeTrue();
    }
}
