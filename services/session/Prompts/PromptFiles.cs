using Athene.Configuration;
using Athene.Session.Records;

namespace Athene.Session.Prompts;

/// <summary>Where the prompts and the launcher of one session lie.</summary>
public sealed record PromptFiles(string Directory)
{
    public static PromptFiles Of(AtheneHome home, SessionRecord session) => new(home.PromptsDirectory(session.ProjectId, session.Id));

    public string System => Path.Combine(Directory, "system.md");

    public string Task => Path.Combine(Directory, "task.md");

    /// <summary>There once the task was typed into the terminal: it is never typed twice.</summary>
    public string TaskDelivered => Path.Combine(Directory, "task-delivered");

    public string Launcher => Path.Combine(Directory, "launch.sh");
}
