using System.Text.Json;

namespace Athene.Session.Machine.Workspaces;

/// <summary>
/// The note in a worktree's administrative directory that it is complete, and by which operation. It is written last, so a
/// worktree without it is the remains of an attempt that was killed.
/// </summary>
internal sealed record WorktreeMarker(string OperationId, CreatedWorkspace Workspace)
{
    private const string FileName = "athene-workspace.json";

    public static WorktreeMarker? Read(string worktree)
    {
        if (RepositoryFiles.AdministrativeDirectory(worktree) is not { } administrative) return null;
        var file = Path.Combine(administrative, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<WorktreeMarker>(File.ReadAllText(file)) : null;
    }

    public void Write()
    {
        var administrative = RepositoryFiles.AdministrativeDirectory(Workspace.Path)
            ?? throw WorkspaceErrors.NotARepository(Workspace.Path);
        var file = Path.Combine(administrative, FileName);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(this));
        File.Move(file + ".new", file, overwrite: true);
    }
}
