namespace Athene.Session.Machine.Runtimes;

/// <summary>How the tmux runtime behaves.</summary>
public sealed record TmuxOptions
{
    /// <summary>The home whose terminals these are; each home has a tmux server of its own.</summary>
    public required string AtheneHome { get; init; }

    /// <summary>The program, by name or path.</summary>
    public string Program { get; init; } = "tmux";

    /// <summary>How long one tmux command may take.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between the end of a paste and Enter: a program that reads the paste in pieces must not take Enter for a part of it.</summary>
    public TimeSpan SubmitDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long processes may take to end by themselves before they are killed.</summary>
    public TimeSpan KillGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait for a change before looking anyway.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Lines of scroll-back that a terminal keeps.</summary>
    public int HistoryLines { get; init; } = 50_000;
}
