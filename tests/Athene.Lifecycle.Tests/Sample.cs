using System.Text.Json.Nodes;
using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Tests;

/// <summary>Sessions and signals to judge.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static SessionDocument Session(
        SessionState state = SessionState.Working,
        SessionReason reason = SessionReason.TaskInProgress,
        RuntimeState runtime = RuntimeState.Alive,
        int? exitCode = null,
        Activity? activity = null,
        DateTimeOffset? lastActivity = null) => new()
        {
            Id = "app-1",
            ProjectId = "app",
            Status = SessionStatus.Working,
            Agent = "script",
            Machine = "host",
            Issue = "7",
            Activity = activity,
            CreatedAt = Now,
            LastActivityAt = lastActivity ?? Now,
            Lifecycle = new LifecycleDocument(
                new SessionPart(state, reason, Now),
                new PullRequestPart(PullRequestState.None, PullRequestReason.NotCreated),
                new RuntimePart(runtime, RuntimeReason.ProcessRunning, Now, exitCode)),
        };

    public static SessionEvent Signal(string type, SessionDocument? session = null, long id = 5, JsonObject? data = null) =>
        new(type, new EventDocument(id, Now, "kind", "info", "app", "app-1", "summary", data), session);
}
