namespace Athene.Session.Records;

/// <summary>What somebody wants of a project's orchestrator (spec sessions.md §13).</summary>
public enum OrchestratorDemand
{
    /// <summary>That there is one.</summary>
    Ensure,

    /// <summary>That there is a new one; one that runs is ended first.</summary>
    Relaunch,
}
