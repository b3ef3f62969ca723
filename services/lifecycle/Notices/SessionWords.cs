using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Notices;

/// <summary>How people are told which work a session is about. Pure.</summary>
internal static class SessionWords
{
    public static string Work(SessionDocument session) =>
        $"{session.Title ?? session.DisplayName ?? session.Issue ?? session.Branch ?? session.ProjectId}.";
}
