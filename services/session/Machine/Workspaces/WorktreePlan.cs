namespace Athene.Session.Machine.Workspaces;

/// <summary>Which branch a worktree gets and from where. Never one that moves an existing branch.</summary>
internal sealed record WorktreePlan(string Branch, string BaseSha, BranchOrigin How)
{
    public static WorktreePlan New(string branch, string baseSha, BranchOrigin how = BranchOrigin.Created) => new(branch, baseSha, how);

    public static WorktreePlan Attach(string branch, string baseSha, BranchOrigin how) => new(branch, baseSha, how);

    // Without --no-track a plain 'git push' of the agent could go to the default branch.
    public string[] Arguments(string path) => How is BranchOrigin.Created or BranchOrigin.CreatedWithSuffix
        ? ["worktree", "add", "--quiet", "--no-track", "-b", Branch, path, BaseSha]
        : ["worktree", "add", "--quiet", path, Branch];
}
