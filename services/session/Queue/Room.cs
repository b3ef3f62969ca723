using Athene.Configuration;
using Athene.Session.Spending;

namespace Athene.Session.Queue;

/// <summary>The room that is left while spawns are admitted one by one.</summary>
internal sealed class Room(FleetView fleet, AtheneConfiguration configuration)
{
    private readonly Dictionary<string, string> occupants = new(fleet.Occupants);
    private readonly HashSet<string> starting = [.. fleet.Starting];

    /// <summary>Why no further session of the project may begin, in words; null when one may.</summary>
    public string? ObstacleFor(string projectId)
    {
        if (BudgetRules.ObstacleOf(BudgetUse.OfProject(configuration.BudgetsOf(projectId), projectId, fleet.Today)) is { } spent) return spent;
        if (configuration.Limits.MaxSessions is { } most && occupants.Count >= most) return $"{occupants.Count} of {most} sessions at work";
        var own = occupants.Values.Count(id => id == projectId);
        if (configuration.Projects.GetValueOrDefault(projectId)?.Limits.MaxSessions is { } mostOfProject && own >= mostOfProject)
            return $"{own} of {mostOfProject} sessions of {projectId} at work";
        // Waiting for memory while nothing runs would be waiting for ever.
        return occupants.Count == 0 ? null : MemoryRules.ObstacleOf(configuration.Limits, fleet.FreeMemoryMb, starting.Count);
    }

    public void Take(string operationId, string projectId)
    {
        occupants[operationId] = projectId;
        starting.Add(operationId);
    }
}
