namespace Athene.Session.Machine.Terminals;

/// <summary>How the process runtime behaves.</summary>
public sealed record ProcessRuntimeOptions
{
    /// <summary>The home whose terminals these are; each home has a terminal host of its own.</summary>
    public required string AtheneHome { get; init; }

    /// <summary>How long the host may take to answer.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the host may take to start.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between the end of a paste and Enter: a program that reads the paste in pieces must not take Enter for a part of it.</summary>
    public TimeSpan SubmitDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a program may take to read what is sent to it.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long processes may take to end by themselves before they are killed.</summary>
    public TimeSpan KillGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait for a change before looking anyway.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What the host writes when something is wrong.</summary>
    public string LogFile => Path.Combine(AtheneHome, "logs", "terminal-host.log");
}
