namespace Athene.Session.Machine.Workspaces;

/// <summary>Which branch a workspace gets and from where. Never one that moves an existing branch.</summary>
/// <param name="BaseSha">The commit that the session's own commits come after.</param>
/// <param name="Tip">The commit that the branch is at.</param>
internal sealed record WorktreePlan(string Branch, string BaseSha, BranchOrigin How, string Tip)
{
    /// <summary>The full name of the ref that gave the base.</summary>
    public string BaseRef { get; init; } = "";

    /// <summary>True when the worktree's making makes the branch, too.</summary>
    public bool IsNew => How is BranchOrigin.Created or BranchOrigin.CreatedWithSuffix;

    public static WorktreePlan New(string branch, string baseSha, BranchOrigin how = BranchOrigin.Created) => new(branch, baseSha, how, baseSha);

    public static WorktreePlan Attach(string branch, string baseSha, BranchOrigin how, string tip) => new(branch, baseSha, how, tip);

    // Without --no-track a plain 'git push' of the agent could go to the default branch. The files come later: that takes long, and
    // nobody else need wait for it.
    public string[] Arguments(string path) => IsNew
        ? ["worktree", "add", "--quiet", "--no-checkout", "--no-track", "-b", Branch, path, BaseSha]
        : ["worktree", "add", "--quiet", "--no-checkout", path, Branch];
}
