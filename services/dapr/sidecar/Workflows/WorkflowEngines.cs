using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;
using Athene.Sidecar.Storage;

namespace Athene.Sidecar.Workflows;

/// <summary>One engine for each app.</summary>
internal sealed class WorkflowEngines : IDisposable
{
    private readonly Dictionary<HostedApp, WorkflowEngine> engines;

    public WorkflowEngines(AppTable apps, SidecarDatabase database, ResourceSet resources, SidecarOptions options, TimeProvider clock, ILogger<WorkflowEngine> logger)
    {
        var settings = resources.Workflows;
        var retention = settings.Retention ?? new WorkflowRetention(options.FinishedWorkflowRetention);
        var limits = new WorkflowLimits();
        if (settings.MaxConcurrentWorkflows is { } turns) limits = limits with { Turns = turns };
        if (settings.MaxConcurrentActivities is { } activities) limits = limits with { Activities = activities };
        engines = apps.All.ToDictionary(app => app, app =>
        {
            var catalog = new WorkflowCatalog(database, app.Id);
            if (settings.Retention is null && options.FinishedWorkflowRetention is { } own) catalog.Adopt(own);
            return new WorkflowEngine(app.Id, new WorkflowStore(database, app.Id, retention, clock), catalog, limits, clock, logger);
        });
    }

    public WorkflowEngine For(HostedApp app) => engines[app];

    public void Dispose()
    {
        foreach (var engine in engines.Values) engine.Dispose();
    }
}
