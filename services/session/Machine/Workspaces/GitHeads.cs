namespace Athene.Session.Machine.Workspaces;

/// <inheritdoc cref="IWorkspaceHeads"/>
public sealed class GitHeads(TimeProvider time) : IWorkspaceHeads
{
    private readonly Git git = new(time);

    public async Task<string?> BranchAsync(string path, CancellationToken cancellationToken)
    {
        var head = await git.ReadAsync(path, ["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken);
        return head.Succeeded && head.Text.Length > 0 ? head.Text : null;
    }
}
