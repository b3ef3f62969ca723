using Athene.Session.Records;

namespace Athene.Session.Queue;

/// <summary>
/// Finds what a spawn is to come after. It must be there already, as a session or in the queue: so nothing that comes later can close a circle.
/// </summary>
public sealed class DependencyResolver(ILedger ledger)
{
    /// <param name="names">Sessions, issues of the project, or spawns of the queue.</param>
    /// <exception cref="Contracts.Errors.AtheneException">One of them is nothing that there is.</exception>
    public async Task<IReadOnlyList<Dependency>> ResolveAsync(
        string projectId, IReadOnlyList<string> names, SpawnQueue queue, CancellationToken cancellationToken)
    {
        if (names.Count == 0) return [];
        var project = await ledger.FindProjectAsync(projectId, cancellationToken) ?? new ProjectRecord { Id = projectId };
        var found = new List<Dependency>();
        foreach (var name in names.Select(name => name.Trim()).Distinct(StringComparer.Ordinal))
            found.Add(await ResolveAsync(project, name, queue, cancellationToken) ?? throw QueueErrors.UnknownDependency(name));
        return found;
    }

    private async Task<Dependency?> ResolveAsync(ProjectRecord project, string name, SpawnQueue queue, CancellationToken cancellationToken)
    {
        if (queue.Find(name) is { State: not QueueState.Cancelled }) return new Dependency(null, name, name);
        if (await ledger.FindSessionAsync(name, cancellationToken) is not null) return new Dependency(name, null, name);
        if (project.ClaimantOf(name) is { } claimant) return new Dependency(claimant, null, claimant);
        if (project.QueuedWith(name) is { } waiting) return new Dependency(null, waiting, $"issue {name}");
        var earlier = (await ledger.ListSessionsAsync(project.Ended, cancellationToken))
            .Where(session => ProjectRecord.IsSameIssue(session.Issue, name)).MaxBy(session => session.CreatedAt);
        return earlier is null ? null : new Dependency(earlier.Id, null, earlier.Id);
    }
}
