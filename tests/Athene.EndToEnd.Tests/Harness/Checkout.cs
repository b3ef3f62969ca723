namespace Athene.EndToEnd.Tests.Harness;

/// <summary>The repository that these tests belong to, and its launcher. What is stale in it is built once, before the first test uses it.</summary>
internal static class Checkout
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(15);

    private static readonly Lazy<Task<string>> Built = new(BuildAsync);

    /// <summary>The path of the launcher, ready to answer at once.</summary>
    public static Task<string> LauncherAsync() => Built.Value;

    private static async Task<string> BuildAsync()
    {
        var launcher = Path.Combine(Root(), "athene");
        var version = await Shell.RunAsync(launcher, ["--version"], BuildEnvironment(), limit: BuildLimit);
        version.ExitCode.ShouldBe(0, version.ToString());
        return launcher;
    }

    // How it is built is the choice of whoever runs the tests.
    private static Dictionary<string, string> BuildEnvironment()
    {
        const string choice = "ATHENE_READY_TO_RUN";
        var variables = CleanEnvironment.Variables();
        if (Environment.GetEnvironmentVariable(choice) is { } chosen) variables[choice] = chosen;
        return variables;
    }

    public static string Root()
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, "Athene.sln"))) return directory;
        }

        throw new InvalidOperationException($"There is no Athene.sln above {AppContext.BaseDirectory}.");
    }
}
