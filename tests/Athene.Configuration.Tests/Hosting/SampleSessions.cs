using Athene.Hosting.Callers;

namespace Athene.Configuration.Tests.Hosting;

/// <summary>Two projects, each with an orchestrator and workers.</summary>
internal sealed class SampleSessions : ISessionDirectory
{
    private static readonly Dictionary<string, SessionPlace> Places = new()
    {
        ["app-orchestrator"] = new("app", IsOrchestrator: true, HasEnded: false),
        ["app-1"] = new("app", IsOrchestrator: false, HasEnded: false),
        ["app-2"] = new("app", IsOrchestrator: false, HasEnded: false),
        ["app-3"] = new("app", IsOrchestrator: false, HasEnded: true),
        ["web-orchestrator"] = new("web", IsOrchestrator: true, HasEnded: false),
        ["web-1"] = new("web", IsOrchestrator: false, HasEnded: false),
        ["old-orchestrator"] = new("app", IsOrchestrator: true, HasEnded: true),
    };

    public Task<SessionPlace?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        Task.FromResult(Places.GetValueOrDefault(sessionId));
}
