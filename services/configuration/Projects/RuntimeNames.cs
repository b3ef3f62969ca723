namespace Athene.Configuration.Projects;

/// <summary>What a session's terminal can be made of, as configurations and records spell it.</summary>
public static class RuntimeNames
{
    /// <summary>A tmux server of the home; needs tmux.</summary>
    public const string Tmux = "tmux";

    /// <summary>Pseudo-terminals that Athene holds itself; needs no other program.</summary>
    public const string Process = "process";

    public static IReadOnlyList<string> All { get; } = [Tmux, Process];
}
