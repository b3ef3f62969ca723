using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Decisions;

/// <summary>The words in which people hear of a session.</summary>
internal static class Notices
{
    public static Notice NeedsInput(SessionDocument session) => new(
        "needs-input",
        NotificationPriority.Urgent,
        $"{session.Id} needs input",
        $"{Work(session)} The agent waits for an answer: athene attach {session.Id}");

    public static Notice Exited(SessionDocument session) => new(
        "agent-exited",
        NotificationPriority.Urgent,
        $"{session.Id}: the agent is gone",
        $"{Work(session)} It ended{(session.Lifecycle.Runtime.ExitCode is { } code ? $" with exit code {code}" : "")} "
        + $"without reporting its work complete: athene output {session.Id}");

    public static Notice Finished(SessionDocument session) => new(
        "finished",
        NotificationPriority.Info,
        $"{session.Id} has finished",
        $"{Work(session)} The agent reported its work complete and ended.");

    private static string Work(SessionDocument session) =>
        $"{session.Title ?? session.DisplayName ?? session.Issue ?? session.Branch ?? session.ProjectId}.";
}
