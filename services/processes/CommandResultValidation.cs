namespace Athene.Processes;

/// <summary>Which results of a process are errors of the call.</summary>
[Flags]
public enum CommandResultValidation
{
    /// <summary>Every exit code is a result.</summary>
    None = 0,

    /// <summary>An exit code other than zero throws <see cref="Exceptions.CommandExecutionException"/>.</summary>
    ZeroExitCode = 1,
}
