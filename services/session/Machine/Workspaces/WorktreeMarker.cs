using System.Text.Json;
using Athene.Contracts.Errors;

namespace Athene.Session.Machine.Workspaces;

/// <summary>
/// The note in a worktree's administrative directory that it is complete, and by which operation. It is written last, so a
/// worktree without it is the remains of an attempt that was killed.
/// </summary>
internal sealed record WorktreeMarker(string OperationId, CreatedWorkspace Workspace)
{
    private const string FileName = "athene-workspace.json";

    /// <summary>The worktree that the same operation finished before; null when there is none yet.</summary>
    /// <exception cref="AtheneException">Another operation's worktree stands there.</exception>
    public static CreatedWorkspace? Find(WorkspaceRequest request)
    {
        if (Read(request.Path) is not { } marker) return null;
        return marker.OperationId == request.OperationId
            ? marker.Workspace
            : throw WorkspaceErrors.PathInUse(request.Path, marker.OperationId);
    }

    public static WorktreeMarker? Read(string worktree)
    {
        if (RepositoryFiles.AdministrativeDirectory(worktree) is not { } administrative) return null;
        var file = Path.Combine(administrative, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<WorktreeMarker>(File.ReadAllText(file)) : null;
    }

    public void Write() => WriteIn(Workspace.Path);

    /// <summary>Writes it into a workspace that is not yet in its place.</summary>
    public void WriteIn(string directory)
    {
        var administrative = RepositoryFiles.AdministrativeDirectory(directory)
            ?? throw WorkspaceErrors.NotARepository(directory);
        var file = Path.Combine(administrative, FileName);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(this));
        File.Move(file + ".new", file, overwrite: true);
    }
}
