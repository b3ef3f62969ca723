namespace Athene.Session.Observing;

/// <summary>What a piece of evidence says about the agent's turn: the time from a prompt to the agent's last word on it.</summary>
public enum Turn
{
    /// <summary>Nothing.</summary>
    Unsaid,

    /// <summary>The agent has something to do: a prompt came, or it uses a tool.</summary>
    Open,

    /// <summary>The agent has said its last word and waits for the next prompt.</summary>
    Closed,
}
