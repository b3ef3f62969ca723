using Athene.Hosting.Callers;

namespace Athene.Configuration.Tests.Hosting;

/// <summary>Two projects, each with an orchestrator and workers.</summary>
internal sealed class SampleSessions : ISessionDirectory
{
    public const string Launch = "spawn-1";

    private static readonly Dictionary<string, SessionPlace> Places = new()
    {
        ["app-orchestrator"] = new("app", Launch, IsOrchestrator: true, HasEnded: false),
        ["app-1"] = new("app", Launch, IsOrchestrator: false, HasEnded: false),
        ["app-2"] = new("app", Launch, IsOrchestrator: false, HasEnded: false),
        ["app-3"] = new("app", Launch, IsOrchestrator: false, HasEnded: true),
        ["web-orchestrator"] = new("web", Launch, IsOrchestrator: true, HasEnded: false),
        ["web-1"] = new("web", Launch, IsOrchestrator: false, HasEnded: false),
        ["old-orchestrator"] = new("app", Launch, IsOrchestrator: true, HasEnded: true),
    };

    public Task<SessionPlace?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        Task.FromResult(Places.GetValueOrDefault(sessionId));
}
