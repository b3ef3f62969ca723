using Athene.Sidecar.Hosting;
using Athene.Sidecar.Storage;

namespace Athene.Sidecar.Workflows;

/// <summary>One engine for each app.</summary>
internal sealed class WorkflowEngines(AppTable apps, SidecarDatabase database, TimeProvider clock, ILogger<WorkflowEngine> logger) : IDisposable
{
    private readonly Dictionary<HostedApp, WorkflowEngine> engines =
        apps.All.ToDictionary(app => app, app => new WorkflowEngine(app.Id, new WorkflowStore(database, app.Id, clock), clock, logger));

    public IReadOnlyCollection<WorkflowEngine> All => engines.Values;

    public WorkflowEngine For(HostedApp app) => engines[app];

    public void Dispose()
    {
        foreach (var engine in engines.Values) engine.Dispose();
    }
}
