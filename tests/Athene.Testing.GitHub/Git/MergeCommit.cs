namespace Athene.Testing.GitHub.Git;

/// <summary>Makes the commit by which a branch comes into another one.</summary>
internal static class MergeCommit
{
    public static async Task<string> MakeAsync(BareRepository git, string method, string target, string head, string message)
    {
        var tree = await git.MergedTreeAsync(target, head) ?? throw new InvalidOperationException($"{head} conflicts with {target}.");
        return method switch
        {
            "merge" => await git.CommitTreeAsync(tree, message, target, head),
            "squash" => await git.CommitTreeAsync(tree, message, target),
            "rebase" => await git.RebasedAsync(target, head),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "squash, merge or rebase"),
        };
    }
}
