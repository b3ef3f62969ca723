using Athene.Configuration;
using Athene.Session.Records;

namespace Athene.Session.Prompts;

/// <summary>Where the prompts and the launcher of one session lie.</summary>
public sealed record PromptFiles(string Directory)
{
    public static PromptFiles Of(AtheneHome home, SessionRecord session) => new(home.PromptsDirectory(session.ProjectId, session.Id));

    public string System => Path.Combine(Directory, "system.md");

    public string Task => Path.Combine(Directory, "task.md");

    /// <summary>What an agent is told that goes on with the work of another.</summary>
    public string HandOver => Path.Combine(Directory, "hand-over.md");

    /// <summary>The first message of the session's present run; null when the agent goes on with its own conversation.</summary>
    public string? FirstMessage(SessionRecord session)
    {
        if (session.Resumed) return null;
        return session.LaunchId == session.OperationId ? Task : HandOver;
    }

    /// <summary>There once the first message of a run was typed into the terminal: it is never typed twice.</summary>
    public string Delivered(string launchId) => Path.Combine(Directory, $"{launchId}.delivered");

    public string Launcher => Path.Combine(Directory, "launch.sh");
}
