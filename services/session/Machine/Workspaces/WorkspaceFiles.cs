namespace Athene.Session.Machine.Workspaces;

/// <summary>Fills a workspace with the files of its branch, and lets the repository's own hook see it.</summary>
internal sealed class WorkspaceFiles(Git git, TimeSpan? hookLimit)
{
    private static readonly TimeSpan CheckoutLimit = TimeSpan.FromMinutes(10);

    /// <summary>Installing dependencies in a hook is usual; a hook that waits for a person must not stop a spawn for long.</summary>
    private static readonly TimeSpan UsualHookLimit = TimeSpan.FromMinutes(2);

    /// <returns>What the files lack; null when they are whole.</returns>
    public async Task<string?> FillAsync(string path, CancellationToken cancellationToken)
    {
        var filled = await git.WriteWithoutFiltersAsync(
            path, ["reset", "--hard", "--quiet", "--no-recurse-submodules"], cancellationToken, CheckoutLimit);
        filled.Result.Require("check out the files", path);
        return filled.Skipped.Count == 0
            ? null
            : $"a content filter failed ({string.Join(", ", filled.Skipped)}), so files of it are there as they are stored";
    }

    /// <summary>Runs the post-checkout hook as a checkout would have, when there is one. Its failure is a word, and no failure.</summary>
    public async Task<string?> RunHookAsync(string path, string commit, CancellationToken cancellationToken)
    {
        var ran = await git.RunHookAsync(path, ["post-checkout", "--", new string('0', commit.Length), commit, "1"], hookLimit ?? UsualHookLimit, cancellationToken);
        return ran.Succeeded ? null : $"the repository's post-checkout hook failed: {ran.Error.Trim()}";
    }
}
