using Athene.Contracts.Lifecycle;
using Athene.Contracts.Operations;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Tests.Support;

/// <summary>Documents as the session service answers them.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Created = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static SessionDocument Session(string id, SessionState state = SessionState.Working)
    {
        var lifecycle = LifecycleDocument.Requested(Created).To(state, SessionReason.TaskInProgress, Created);
        return new SessionDocument
        {
            Id = id,
            ProjectId = "my-app",
            Status = StatusDerivation.Of(lifecycle),
            Agent = "codex",
            Branch = $"feat/{id}",
            Title = "Fix the login",
            Machine = "host",
            WorkspacePath = $"/worktrees/{id}",
            Lifecycle = lifecycle,
            CreatedAt = Created,
            LastActivityAt = Created,
        };
    }

    public static ProjectDocument Project(string id, string path = "/src/my-app", string prefix = "app") =>
        new(id, id, path, prefix, "main", null, "registered");

    public static OperationDocument Operation(OperationState state, params StepDocument[] steps) =>
        new("op-1", "spawn", state, steps, state is OperationState.Succeeded ? "app-1" : null);

    public static StepDocument Step(string name, StepState state) => new(name, state, Created, Created.AddSeconds(0.5));
}
