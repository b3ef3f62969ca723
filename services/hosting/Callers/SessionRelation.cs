namespace Athene.Hosting.Callers;

/// <summary>What an agent's own session must be to what a request is about.</summary>
public enum SessionRelation
{
    /// <summary>The session itself.</summary>
    Self,

    /// <summary>A worker of the project, whose orchestrator the caller is.</summary>
    Supervisor,

    /// <summary>The project's orchestrator, and the caller is any session of that project.</summary>
    Colleague,

    /// <summary>The project, whose orchestrator the caller is.</summary>
    ProjectSupervisor,

    /// <summary>Nothing in particular: any orchestrator may ask, and gets what belongs to its project (<see cref="Caller.ProjectId"/>).</summary>
    AnySupervisor,
}
