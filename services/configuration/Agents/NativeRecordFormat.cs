namespace Athene.Configuration.Agents;

/// <summary>How an agent's own record is read.</summary>
public enum NativeRecordFormat
{
    /// <summary>Not at all; that a file of it was written to says that the agent works.</summary>
    Unknown,

    /// <summary>A file of JSON lines a conversation, as Claude Code writes it.</summary>
    ClaudeCode,

    /// <summary>A rollout file of JSON lines a conversation, as Codex writes it.</summary>
    Codex,

    /// <summary>The SQLite database of OpenCode.</summary>
    OpenCode,
}
