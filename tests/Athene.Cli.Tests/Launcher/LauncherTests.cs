using System.Diagnostics;
using Athene.Cli.Tests.Support;
using Athene.Processes.Buffered;

namespace Athene.Cli.Tests.Launcher;

/// <summary>The launcher script in a small repository of its own, with a dotnet that only pretends to build.</summary>
public sealed class LauncherTests : CliTest
{
    private const string FakeDotNet =
        """
        #!/bin/sh
        # "msbuild": writes the program, unless it was told to fail. Otherwise: "runs" the program that it is given.
        if [ "$1" != msbuild ]; then shift; echo "ran with: $*"; exit 0; fi
        echo "$*" >>"$BUILDS"
        case "$*" in *PublishReadyToRun*) [ -z "${NO_CROSSGEN:-}" ] || { echo "x.csproj : error NU1101: no crossgen"; exit 1; } ;; esac
        [ -z "${BROKEN:-}" ] || { echo "Program.cs(1,1): error CS1002: ; expected"; exit 1; }
        for argument in "$@"; do case $argument in -p:AppDirectory=*) directory=${argument#-p:AppDirectory=} ;; esac; done
        mkdir -p "$directory/Athene.Cli"; echo built >"$directory/Athene.Cli/athene.dll"
        """;

    private readonly Dictionary<string, string?> environment = [];

    private string Root => Path.Combine(Home, "a repository");

    private string Launcher => Path.Combine(Root, "athene");

    public LauncherTests()
    {
        Directory.CreateDirectory(Path.Combine(Root, "services", "cli"));
        System.IO.File.WriteAllText(Path.Combine(Root, "services", "cli", "Program.cs"), "");
        System.IO.File.WriteAllText(Path.Combine(Root, "global.json"), "{}");
        System.IO.File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), "");
        System.IO.File.Copy(Path.Combine(Repository(), "athene"), Launcher);
        Directory.CreateDirectory(Path.Combine(Home, "bin"));
        Executable(Path.Combine(Home, "bin", "dotnet"), FakeDotNet);
        environment["PATH"] = $"{Path.Combine(Home, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        environment["BUILDS"] = Path.Combine(Home, "builds");
    }

    [Fact]
    public async Task The_first_call_builds_and_says_so_on_standard_error_alone()
    {
        var result = await RunAsync(Launcher, "ls", "--json");

        result.ExitCode.ShouldBe(ExitCode.Done, result.Error);
        result.Output.ShouldBe("ran with: ls --json\n");
        result.Error.ShouldContain("the first time");
        Builds().ShouldHaveSingleItem().ShouldContain("PublishReadyToRun=true");
    }

    [Fact]
    public async Task A_second_call_builds_nothing()
    {
        await RunAsync(Launcher);

        var second = await RunAsync(Launcher, "two words");

        second.Error.ShouldBeEmpty();
        second.Output.ShouldBe("ran with: two words\n");
        Builds().Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("services/cli/Program.cs", 2)]
    [InlineData("services/cli/New.cs", 2)]
    [InlineData("Directory.Build.props", 2)]
    [InlineData("services/cli/README.md", 1)]
    [InlineData("README.md", 1)]
    public async Task A_call_builds_again_when_a_source_is_newer_than_the_last_build(string file, int builds)
    {
        System.IO.File.WriteAllText(Path.Combine(Root, "services", "cli", "README.md"), "");
        await RunAsync(Launcher);
        var path = Path.Combine(Root, file);
        if (!System.IO.File.Exists(path)) System.IO.File.WriteAllText(path, "");
        System.IO.File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(5));

        await RunAsync(Launcher);

        Builds().Length.ShouldBe(builds);
    }

    [Fact]
    public async Task It_works_through_a_link_and_from_any_directory()
    {
        var link = Path.Combine(Home, "bin", "athene");
        System.IO.File.CreateSymbolicLink(link, Launcher);

        var result = await RunAsync("athene", "status");

        result.Output.ShouldBe("ran with: status\n", result.Error);
    }

    [Fact]
    public async Task Without_the_package_of_the_compiler_it_builds_without_it()
    {
        environment["NO_CROSSGEN"] = "1";

        var result = await RunAsync(Launcher, "ls");

        result.Output.ShouldBe("ran with: ls\n", result.Error);
        Builds().Length.ShouldBe(2);
        Builds()[1].ShouldNotContain("PublishReadyToRun");
    }

    [Fact]
    public async Task A_build_that_fails_shows_its_errors_and_the_programs_stay_as_they_were()
    {
        await RunAsync(Launcher);
        environment["BROKEN"] = "1";
        System.IO.File.SetLastWriteTimeUtc(Path.Combine(Root, "global.json"), DateTime.UtcNow.AddSeconds(5));

        var result = await RunAsync(Launcher, "ls");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("error CS1002");
        Builds().Length.ShouldBe(2, "a compile error is no reason to try again without the compiler package");
        System.IO.File.Exists(Path.Combine(Root, "artifacts", "app", "Athene.Cli", "athene.dll")).ShouldBeTrue();
    }

    [Fact]
    public async Task Calls_at_the_same_time_build_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(Launcher, "ls")));

        results.ShouldAllBe(result => result.Output == "ran with: ls\n");
        Builds().Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_with_nothing_to_build_is_quick()
    {
        await RunAsync(Launcher);
        var started = Stopwatch.GetTimestamp();

        await RunAsync(Launcher);

        // A build would take seconds; the allowance is for a machine that is busy with other tests.
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    private string[] Builds() => System.IO.File.ReadAllLines(Path.Combine(Home, "builds"));

    private async Task<CliResult> RunAsync(string program, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var result = await new Athene.Processes.Command("/usr/bin/env")
            .WithArguments([program, .. arguments])
            .WithWorkingDirectory(Home)
            .WithEnvironmentVariables(environment)
            .WithValidation(Athene.Processes.CommandResultValidation.None)
            .ExecuteBufferedAsync(patience.Token);
        return new CliResult((ExitCode)result.ExitCode, result.StandardOutput, result.StandardError);
    }

    private static void Executable(string path, string content)
    {
        System.IO.File.WriteAllText(path, content + "\n");
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(directory.FullName, "Athene.sln"))) directory = directory.Parent!;
        return directory.FullName;
    }
}
