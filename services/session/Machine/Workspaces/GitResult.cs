namespace Athene.Session.Machine.Workspaces;

/// <summary>What one run of git came to.</summary>
internal sealed record GitResult(int ExitCode, string Output, string Error)
{
    /// <summary>The exit code that stands for "killed at the time limit"; git itself has none above 255.</summary>
    public const int TimedOutCode = 1000;

    public bool Succeeded => ExitCode == 0;

    /// <summary>True when git met another worktree at the moment that one was being made or removed; asking again helps.</summary>
    public bool MetHalfMadeWorktree =>
        !Succeeded
        && ((Error.Contains("/worktrees/", StringComparison.Ordinal)
                && (Error.Contains("failed to read", StringComparison.Ordinal) || Error.Contains("Invalid path", StringComparison.Ordinal)))
            || Error.Contains("bad object worktrees/", StringComparison.Ordinal));

    /// <summary>True when git would not make a worktree because it remembers one there whose directory is gone.</summary>
    public bool MetStaleRegistration => !Succeeded && Error.Contains("is a missing but", StringComparison.Ordinal);

    /// <summary>The whole of standard output, without white space around it.</summary>
    public string Text => Output.Trim();

    /// <summary>Returns the answer, or throws the typed error for what was being done.</summary>
    public string Require(string doing, string repository) => Succeeded
        ? Text
        : throw WorkspaceErrors.GitFailed(doing, repository, Error.Length > 0 ? Error : $"exit code {ExitCode}");
}
