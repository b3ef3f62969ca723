namespace Athene.Cli;

/// <summary>What the shell learns (design interfaces.md §1); scripts rely on the numbers.</summary>
internal enum ExitCode
{
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    NotFound = 3,
    Refused = 4,
    NotRunning = 5,
    Interrupted = 130,
}
