namespace Athene.Configuration.Projects;

/// <summary>What a new session's terminal and workspace are made of (spec sessions.md §8). Sessions that exist keep what they began with.</summary>
/// <param name="Runtime">One of <see cref="RuntimeNames"/>.</param>
/// <param name="Workspace">One of <see cref="WorkspaceNames"/>.</param>
public sealed record MachineChoice(string Runtime, string Workspace)
{
    /// <summary>What the project says, else what the defaults say. Pure.</summary>
    public static MachineChoice For(DefaultsConfiguration defaults, ProjectConfiguration project) =>
        new(project.Runtime ?? defaults.Runtime, project.Workspace ?? defaults.Workspace);
}
