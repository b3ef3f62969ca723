using System.ComponentModel;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Runs git without ever asking a person, with messages in English, and with a time limit.</summary>
internal sealed class Git(TimeProvider time)
{
    private const int Attempts = 5;

    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string?> Unattended = new(InheritedEnvironment.Removals())
    {
        ["LC_ALL"] = "C",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_ASKPASS"] = "",
        ["GCM_INTERACTIVE"] = "never",
        // ssh would ask on the terminal that 'athene up' was started from.
        ["SSH_ASKPASS"] = "/bin/false",
        ["SSH_ASKPASS_REQUIRE"] = "force",
        // What a repository's configuration would run at every look or change is no part of what Athene does: it may fail, or never end.
        ["GIT_CONFIG_COUNT"] = "2",
        ["GIT_CONFIG_KEY_0"] = "core.fsmonitor",
        ["GIT_CONFIG_VALUE_0"] = "false",
        ["GIT_CONFIG_KEY_1"] = "core.hooksPath",
        ["GIT_CONFIG_VALUE_1"] = "/dev/null",
    };

    private static readonly Dictionary<string, string?> WithHooks = new(Unattended) { ["GIT_CONFIG_COUNT"] = "1" };

    private static readonly Dictionary<string, string?> UnattendedReading = new(Unattended) { ["GIT_OPTIONAL_LOCKS"] = "0" };

    /// <summary>Runs git for its answer; whether it succeeded is for the caller to see.</summary>
    public Task<GitResult> ReadAsync(
        string directory, IReadOnlyList<string> arguments, CancellationToken cancellationToken, TimeSpan? limit = null) =>
        RepeatAsync(() => RunAsync(directory, arguments, UnattendedReading, limit, cancellationToken));

    /// <summary>Runs git for an effect that it may begin again, such as to fetch or to check out a branch.</summary>
    public Task<GitResult> RepeatableAsync(
        string directory, IReadOnlyList<string> arguments, CancellationToken cancellationToken, TimeSpan? limit = null) =>
        RepeatAsync(() => RunAsync(directory, arguments, Unattended, limit, cancellationToken));

    /// <summary>Runs git for its effect, with more variables when given.</summary>
    public Task<GitResult> WriteAsync(
        string directory,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken,
        TimeSpan? limit = null,
        IReadOnlyDictionary<string, string?>? variables = null) =>
        RunAsync(directory, arguments, variables is null ? Unattended : Merge(variables), limit, cancellationToken);

    /// <summary>
    /// Runs git for its effect on files. A filter that the repository requires and that fails here (Git LFS, not installed) is passed
    /// over: its files are taken as they are, so that nothing is lost.
    /// </summary>
    public Task<TolerantResult> WriteWithoutFiltersAsync(
        string directory,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken,
        TimeSpan? limit = null,
        IReadOnlyDictionary<string, string?>? variables = null) =>
        WithoutFiltersAsync(directory, settings => WriteAsync(directory, [.. settings, .. arguments], cancellationToken, limit, variables), cancellationToken);

    /// <summary>The same for looking at files, which a filter may also be asked about.</summary>
    public Task<TolerantResult> ReadWithoutFiltersAsync(
        string directory, IReadOnlyList<string> arguments, CancellationToken cancellationToken, TimeSpan? limit = null) =>
        WithoutFiltersAsync(directory, settings => ReadAsync(directory, [.. settings, .. arguments], cancellationToken, limit), cancellationToken);

    /// <summary>Runs one of the repository's own hooks, which everything else here does without.</summary>
    public Task<GitResult> RunHookAsync(
        string directory, IReadOnlyList<string> hook, TimeSpan limit, CancellationToken cancellationToken) =>
        RunAsync(directory, ["hook", "run", "--ignore-missing", .. hook], WithHooks, limit, cancellationToken);

    private async Task<TolerantResult> WithoutFiltersAsync(
        string directory, Func<IReadOnlyList<string>, Task<GitResult>> run, CancellationToken cancellationToken)
    {
        var result = await run([]);
        if (result.Succeeded || !FilterFailure.IsToldBy(result.Error)) return new TolerantResult(result, []);
        var filters = FilterFailure.Names((await ReadAsync(directory, FilterFailure.Question, cancellationToken)).Output);
        return new TolerantResult(await run(FilterFailure.Settings(filters)), filters);
    }

    private static async Task<GitResult> RepeatAsync(Func<Task<GitResult>> run)
    {
        var result = await run();
        for (var attempt = 1; attempt < Attempts && result.MetHalfMadeWorktree; attempt++) result = await run();
        return result;
    }

    private async Task<GitResult> RunAsync(
        string directory,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?> variables,
        TimeSpan? limit,
        CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory)) return new GitResult(128, "", $"'{directory}' does not exist");
        using var timeout = new CancellationTokenSource(limit ?? DefaultLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var result = await Cli.Wrap("git")
                .WithArguments(arguments)
                .WithWorkingDirectory(directory)
                .WithEnvironmentVariables(variables)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(either.Token);
            return new GitResult(result.ExitCode, result.StandardOutput, result.StandardError);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GitResult(GitResult.TimedOutCode, "", $"no answer within {(limit ?? DefaultLimit).TotalSeconds:0} s");
        }
        catch (Win32Exception error)
        {
            throw WorkspaceErrors.GitMissing(error);
        }
    }

    private static Dictionary<string, string?> Merge(IReadOnlyDictionary<string, string?> variables)
    {
        var merged = new Dictionary<string, string?>(Unattended);
        foreach (var (name, value) in variables) merged[name] = value;
        return merged;
    }
}
