using Athene.Sidecar.Storage;
using Athene.Sidecar.Workflows;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>An engine on its file, which can die as a process dies: what the file has at that moment is all that is left.</summary>
internal sealed class EngineHost : IDisposable
{
    private readonly FakeTimeProvider clock;
    private readonly WorkflowLimits limits;
    private TemporaryDirectory directory = new();
    private SidecarDatabase database;

    public EngineHost(FakeTimeProvider clock, WorkflowLimits? limits = null)
    {
        this.clock = clock;
        // So little memory that records are read again and again.
        this.limits = limits ?? new WorkflowLimits { RecordSize = 2_000 };
        (database, Engine) = Open();
        Worker = Engine.Connect();
    }

    public WorkflowEngine Engine { get; private set; }

    public WorkerConnection Worker { get; private set; }

    /// <summary>The sidecar dies without a word and is started again; the worker comes back.</summary>
    public void Crash() => CrashFor(TimeSpan.Zero);

    /// <summary>The same, and it stays down for a while.</summary>
    public void CrashFor(TimeSpan time)
    {
        var left = new TemporaryDirectory();
        foreach (var file in Directory.EnumerateFiles(directory.Path)) File.Copy(file, left.Combine(Path.GetFileName(file)));
        Dispose();
        directory = left;
        clock.Advance(time);
        (database, Engine) = Open();
        Worker = Engine.Connect();
    }

    /// <summary>The worker's stream breaks, and the worker comes back.</summary>
    public void BreakStream()
    {
        Engine.Disconnect(Worker);
        Worker = Engine.Connect();
    }

    public void Dispose()
    {
        Engine.Dispose();
        database.Dispose();
        directory.Dispose();
    }

    private (SidecarDatabase, WorkflowEngine) Open()
    {
        var opened = SidecarDatabase.Open(directory.Path);
        var store = new WorkflowStore(opened, SidecarHost.AppId, new WorkflowRetention(), clock);
        return (opened, new WorkflowEngine(SidecarHost.AppId, store, new WorkflowCatalog(opened, SidecarHost.AppId), limits, clock, NullLogger<WorkflowEngine>.Instance));
    }
}
