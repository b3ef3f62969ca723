using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Contracts.Projects;
using Athene.Session.Machine;
using Athene.Session.Records;
using Athene.Session.Trackers;

namespace Athene.Session.Projects;

/// <inheritdoc cref="IProjectCatalog"/>
public sealed class ProjectCatalog(AtheneConfiguration configuration, ILedger ledger, RepositoryFacts repositories) : IProjectCatalog
{
    private const string FromConfiguration = "configuration";

    private const string Registered = "registered";

    public async Task<ProjectConfiguration> GetAsync(string projectId, CancellationToken cancellationToken) =>
        await FindAsync(projectId, cancellationToken) ?? throw ProjectErrors.NotFound(projectId);

    public async Task<ProjectConfiguration?> FindAsync(string projectId, CancellationToken cancellationToken)
    {
        if (configuration.Projects.TryGetValue(projectId, out var configured)) return configured;
        if (!MachineId.IsValid(projectId)) return null;
        var record = await ledger.FindProjectAsync(projectId, cancellationToken);
        return record?.Registration is { } registration ? Configure(projectId, registration) : null;
    }

    public async Task<IReadOnlyList<ProjectDocument>> ListAsync(CancellationToken cancellationToken)
    {
        var records = await ledger.ListProjectsAsync(cancellationToken);
        var configured = configuration.Projects.Values.Select(project => Show(project, FromConfiguration, Find(records, project.Id)));
        var registered = records
            .Where(record => record.Registration is not null && !configuration.Projects.ContainsKey(record.Id))
            .Select(record => Show(Configure(record.Id, record.Registration!), Registered, record));
        return [.. configured.Concat(registered).OrderBy(project => project.Id, StringComparer.Ordinal)];
    }

    public async Task<ProjectDocument> AddAsync(ProjectRequest request, CancellationToken cancellationToken)
    {
        var facts = await repositories.ReadAsync(request.Path, cancellationToken);
        var id = request.Id ?? ProjectIds.From(facts.Path);
        var prefix = request.Prefix ?? SessionPrefix.From(facts.Path);
        if (!MachineId.IsValid(id)) throw ProjectErrors.InvalidId("id", id);
        if (!MachineId.IsValid(prefix)) throw ProjectErrors.InvalidId("prefix", prefix);

        var registration = new RegisteredProject(facts.Path, prefix, request.Branch ?? facts.DefaultBranch, request.Repo ?? facts.Repo);
        var others = (await ListAsync(cancellationToken)).Where(other => other.Id != id).ToList();
        RefuseConflict(id, registration, others);
        return await ledger.WriteAsync(id, null, draft => Register(draft, id, registration), cancellationToken);
    }

    public async Task<ProjectDocument> RemoveAsync(string projectId, CancellationToken cancellationToken)
    {
        if (configuration.Projects.ContainsKey(projectId)) throw ProjectErrors.Configured(projectId, configuration.File);
        return await ledger.WriteAsync(projectId, null, draft => Forget(draft, projectId), cancellationToken);
    }

    private ProjectDocument Register(LedgerDraft draft, string id, RegisteredProject registration)
    {
        if (configuration.Projects.ContainsKey(id)) throw ProjectErrors.Configured(id, configuration.File);
        var record = draft.Project ?? new ProjectRecord { Id = id };
        if (record.Registration is { } before && before.Path != registration.Path) throw ProjectErrors.IdTaken(id, before.Path);
        draft.Project = record with { Registration = registration };
        return Show(Configure(id, registration), Registered, draft.Project);
    }

    private static ProjectDocument Forget(LedgerDraft draft, string projectId)
    {
        if (draft.Project is not { Registration: { } registration } record) throw ProjectErrors.NotFound(projectId);
        if (record.Live.Count > 0) throw ProjectErrors.InUse(projectId, record.Live);
        // The record itself stays: numbers that were used stay used if the project comes back.
        draft.Project = record with { Registration = null };
        return Show(Configure(projectId, registration), Registered, record);
    }

    private static void RefuseConflict(string id, RegisteredProject registration, IReadOnlyList<ProjectDocument> others)
    {
        if (others.FirstOrDefault(other => other.Path == registration.Path) is { } same) throw ProjectErrors.PathTaken(registration.Path, same.Id);
        if (others.FirstOrDefault(other => other.Prefix == registration.Prefix) is { } rival)
            throw ProjectErrors.PrefixTaken(id, registration.Prefix, rival.Id);
    }

    private static ProjectRecord? Find(IReadOnlyList<ProjectRecord> records, string id) => records.FirstOrDefault(record => record.Id == id);

    private static ProjectConfiguration Configure(string id, RegisteredProject registration) => new()
    {
        Id = id,
        Name = id,
        Path = registration.Path,
        SessionPrefix = registration.Prefix,
        DefaultBranch = registration.DefaultBranch,
        Repo = registration.Repo,
    };

    private static ProjectDocument Show(ProjectConfiguration project, string source, ProjectRecord? record) => new(
        project.Id, project.Name, project.Path, project.SessionPrefix, project.DefaultBranch, project.Repo, source,
        record?.Live.Count ?? 0, (record?.Live.Count ?? 0) + (record?.Ended.Count ?? 0) + (record?.ArchivedCount ?? 0))
    {
        Host = ProjectSources.Host(project),
        Issues = ProjectSources.Issues(project),
    };
}
