namespace Athene.Session.Observing;

/// <summary>Where a piece of evidence comes from, weakest first: of two facts of the same instant the later one here counts.</summary>
public enum EvidenceSource
{
    /// <summary>A look at the machine that failed.</summary>
    Probe,

    /// <summary>How long the screen has been silent.</summary>
    Age,

    /// <summary>A pattern of the agent's profile that matches its screen.</summary>
    Terminal,

    /// <summary>The agent's own record of the conversation.</summary>
    Native,

    /// <summary>The agent itself, through a hook.</summary>
    Hook,

    /// <summary>The agent's process.</summary>
    Process,
}
