namespace Athene.Session.Machine.Observation;

/// <summary>What a screen says about its agent. A last resort: the agent's own record, where there is one, knows better.</summary>
public enum AgentActivity
{
    /// <summary>No pattern matched.</summary>
    Unknown,

    /// <summary>It works.</summary>
    Active,

    /// <summary>It cannot go on by itself (a limit, an error of its provider).</summary>
    Blocked,

    /// <summary>It waits for a person to answer.</summary>
    WaitingInput,
}
