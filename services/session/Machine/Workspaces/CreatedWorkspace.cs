namespace Athene.Session.Machine.Workspaces;

/// <summary>A worktree that is ready.</summary>
/// <param name="Branch">The branch that is checked out; differs from the request when that one was busy elsewhere.</param>
/// <param name="BaseSha">The commit that the branch started from; own commits are those after it.</param>
/// <param name="BaseRef">The full name of the ref that gave <paramref name="BaseSha"/>.</param>
/// <param name="How">New branch, attached to an existing one, or found as made before.</param>
/// <param name="StaleBase">Why the base may be old: what git said when origin could not be fetched; null when all is well.</param>
/// <param name="Caution">What else went wrong without keeping the worktree from being used; null when nothing did.</param>
public sealed record CreatedWorkspace(
    string Path, string Branch, string BaseSha, string BaseRef, BranchOrigin How, string? StaleBase = null, string? Caution = null)
{
    /// <summary>True when the branch did not exist before the session, so that undoing may delete it again.</summary>
    public bool BranchIsNew => How is BranchOrigin.Created or BranchOrigin.CreatedBefore or BranchOrigin.CreatedWithSuffix;
}
