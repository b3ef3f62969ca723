namespace Athene.Session.Machine.Runtimes;

/// <summary>What one run of the tmux client came to.</summary>
internal sealed record TmuxResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>True when there is no server, which is how tmux says that there is no terminal at all.</summary>
    public bool NoServer =>
        !Succeeded
        && (Error.Contains("no server running", StringComparison.Ordinal)
            || Error.Contains("error connecting to", StringComparison.Ordinal)
            || LostServer);

    /// <summary>True when the server ended (its last terminal was closed) while it was being talked to.</summary>
    public bool LostServer =>
        !Succeeded
        && (Error.Contains("server exited", StringComparison.Ordinal) || Error.Contains("lost server", StringComparison.Ordinal));

    /// <summary>True when the terminal is not there; "no current target" is what a server says whose last terminal is just gone.</summary>
    public bool NoSuchTarget =>
        !Succeeded
        && (Error.Contains("can't find", StringComparison.Ordinal) || Error.Contains("no current target", StringComparison.Ordinal));

    public bool DuplicateSession => !Succeeded && Error.Contains("duplicate session", StringComparison.Ordinal);
}
