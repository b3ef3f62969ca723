namespace Athene.Session.Machine.Workspaces;

/// <summary>The repositories of a workspace's submodules, which lie in its administrative directory and are removed with it.</summary>
internal sealed class Submodules(Git git)
{
    // A link may lead round in circles.
    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <summary>Refuses when one holds commits that no remote of it has: a rescue ref of the outer repository cannot keep them.</summary>
    public async Task RequirePushedAsync(string path, string administrative, CancellationToken cancellationToken)
    {
        foreach (var submodule in Find(Path.Combine(administrative, "modules")))
        {
            var own = await git.ReadAsync(
                submodule, ["--git-dir=.", "rev-list", "-1", "--ignore-missing", "HEAD", "--branches", "--not", "--remotes"], cancellationToken);
            if (own.Require("see what is not pushed", submodule).Length > 0)
                throw WorkspaceErrors.NestedRepository(path, Path.GetRelativePath(Path.Combine(administrative, "modules"), submodule));
        }
    }

    // A submodule's name may have slashes, and a submodule submodules of its own.
    private static IEnumerable<string> Find(string directory)
    {
        if (!Directory.Exists(directory)) yield break;
        foreach (var child in Directory.EnumerateDirectories(directory, "*", NoLinks))
        {
            var isRepository = File.Exists(Path.Combine(child, "HEAD")) && Directory.Exists(Path.Combine(child, "objects"));
            if (isRepository) yield return child;
            foreach (var deeper in Find(isRepository ? Path.Combine(child, "modules") : child)) yield return deeper;
        }
    }
}
