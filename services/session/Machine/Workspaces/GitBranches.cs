using Athene.Session.Prompts;

namespace Athene.Session.Machine.Workspaces;

/// <inheritdoc cref="IBranches"/>
public sealed class GitBranches(TimeProvider time) : IBranches
{
    private static readonly TimeSpan FetchLimit = TimeSpan.FromMinutes(2);

    private readonly Git git = new(time);

    public async Task<WorkspaceHead> HeadAsync(string path, CancellationToken cancellationToken)
    {
        var branch = await git.ReadAsync(path, ["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken);
        var commit = await git.ReadAsync(path, ["rev-parse", "--verify", "HEAD"], cancellationToken);
        return new WorkspaceHead(branch.Succeeded ? branch.Text : null, commit.Require("find out what is checked out", path));
    }

    public async Task<string?> HolderOfAsync(string path, string branch, CancellationToken cancellationToken)
    {
        var holder = await git.ReadAsync(path, ["for-each-ref", "--format=%(worktreepath)", $"refs/heads/{branch}"], cancellationToken);
        return holder.Require($"find out who has '{branch}'", path) is { Length: > 0 } worktree ? worktree : null;
    }

    public async Task<CheckedOutBranch> CheckOutAsync(BranchCheckout checkout, CancellationToken cancellationToken)
    {
        // Who opened the pull request chose its name.
        if (!BranchName.IsGitSafe(checkout.Branch)) throw WorkspaceErrors.UnsafeBranch(checkout.Branch);
        var head = await HeadAsync(checkout.Path, cancellationToken);
        if (head.Branch == checkout.Branch && checkout.Former.Branch == checkout.Branch)
            return new CheckedOutBranch(checkout.Branch, head.Commit, BaseCommit: null, Changed: false);

        if (head.Branch != checkout.Branch) await RequireNothingToLoseAsync(checkout, head, cancellationToken);
        var theirs = await FetchAsync(checkout, cancellationToken);
        if (head.Branch != checkout.Branch) await SwitchAsync(checkout, theirs, cancellationToken);
        await CatchUpAsync(checkout, theirs, cancellationToken);
        var fork = await git.ReadAsync(checkout.Path, ["merge-base", "HEAD", $"refs/remotes/origin/{checkout.BaseBranch}"], cancellationToken);
        head = await HeadAsync(checkout.Path, cancellationToken);
        return new CheckedOutBranch(checkout.Branch, head.Commit, fork.Succeeded ? fork.Text : null, Changed: true);
    }

    public async Task ReturnAsync(BranchCheckout checkout, CancellationToken cancellationToken)
    {
        var head = await HeadAsync(checkout.Path, cancellationToken);
        if (head.Branch == checkout.Branch && checkout.Former.Branch != checkout.Branch)
        {
            string[] back = checkout.Former.Branch is { } branch ? ["switch", "--quiet", branch] : ["switch", "--quiet", "--detach", checkout.Former.Commit];
            (await git.RepeatableAsync(checkout.Path, back, cancellationToken)).Require($"go back from '{checkout.Branch}'", checkout.Path);
        }

        if (checkout.Release is { } released) await TakeBackAsync(released, checkout.Branch, cancellationToken);
    }

    private async Task RequireNothingToLoseAsync(BranchCheckout checkout, WorkspaceHead head, CancellationToken cancellationToken)
    {
        if (!await IsCleanAsync(checkout.Path, checkout.Ignored, cancellationToken)) throw WorkspaceErrors.Dirty(checkout.Path);
        if (head.Branch is not null) return;
        var lost = await git.ReadAsync(
            checkout.Path, ["rev-list", "-1", "HEAD", "--not", "--branches", "--remotes", "--tags", "--glob=refs/athene/*"], cancellationToken);
        if (lost.Require("see what no branch holds", checkout.Path).Length > 0) throw WorkspaceErrors.CommitsWithoutBranch(checkout.Path, head.Commit);
    }

    private async Task<bool> IsCleanAsync(string path, IReadOnlyList<string> ignored, CancellationToken cancellationToken)
    {
        IEnumerable<string> paths = [".", .. ignored.Select(link => $":(top,exclude,literal){link}")];
        var status = await git.ReadAsync(path, ["status", "--porcelain", "--", .. paths], cancellationToken);
        return status.Require("see what is uncommitted", path).Length == 0;
    }

    private async Task<string> FetchAsync(BranchCheckout checkout, CancellationToken cancellationToken)
    {
        if (!RepositoryFiles.HasOrigin(checkout.Path)) throw WorkspaceErrors.WithoutOrigin(checkout.Path);
        string[] fetch =
        [
            "-c", "gc.auto=0", "-c", "maintenance.auto=false",
            "fetch", "--quiet", "--no-write-fetch-head", "origin", $"+{checkout.RemoteRef}:{checkout.TrackingRef}",
        ];
        (await git.RepeatableAsync(checkout.Path, fetch, cancellationToken, FetchLimit)).Require($"fetch {checkout.RemoteRef} from origin", checkout.Path);
        return (await git.ReadAsync(checkout.Path, ["rev-parse", "--verify", $"{checkout.TrackingRef}^{{commit}}"], cancellationToken))
            .Require($"read {checkout.TrackingRef}", checkout.Path);
    }

    private async Task SwitchAsync(BranchCheckout checkout, string theirs, CancellationToken cancellationToken)
    {
        var tip = await TipAsync(checkout, cancellationToken);
        if (!tip.Succeeded)
        {
            // Without --no-track git would refuse a branch that a narrow clone does not follow.
            var made = await git.WriteAsync(checkout.Path, ["switch", "--quiet", "--no-track", "--create", checkout.Branch, theirs], cancellationToken);
            if (made.Succeeded) return;
            // Another claim of the same pull request may have been faster.
            tip = await TipAsync(checkout, cancellationToken);
            if (!tip.Succeeded) made.Require($"make the branch '{checkout.Branch}'", checkout.Path);
        }

        if (!await IsAncestorAsync(checkout.Path, tip.Text, theirs, cancellationToken) && !await IsAncestorAsync(checkout.Path, theirs, tip.Text, cancellationToken))
            throw WorkspaceErrors.Diverged(checkout.Path, checkout.Branch);
        await FreeAsync(checkout, cancellationToken);
        var switched = await git.RepeatableAsync(checkout.Path, ["switch", "--quiet", checkout.Branch], cancellationToken);
        if (!switched.Succeeded && await HolderOfAsync(checkout.Path, checkout.Branch, cancellationToken) is { } holder)
            throw WorkspaceErrors.BranchBusy(checkout.Branch, holder);
        switched.Require($"check out '{checkout.Branch}'", checkout.Path);
    }

    private Task<GitResult> TipAsync(BranchCheckout checkout, CancellationToken cancellationToken) =>
        git.ReadAsync(checkout.Path, ["rev-parse", "--verify", "--quiet", $"refs/heads/{checkout.Branch}"], cancellationToken);

    private async Task FreeAsync(BranchCheckout checkout, CancellationToken cancellationToken)
    {
        if (await HolderOfAsync(checkout.Path, checkout.Branch, cancellationToken) is not { } holder) return;
        if (!Directory.Exists(holder))
        {
            // Its session is being ended at this moment, or somebody deleted it: git only remembers it.
            await git.RepeatableAsync(checkout.Path, ["worktree", "prune"], cancellationToken);
            return;
        }

        if (holder != checkout.Release) throw WorkspaceErrors.BranchBusy(checkout.Branch, holder);
        if (!await IsCleanAsync(holder, checkout.Ignored, cancellationToken)) throw WorkspaceErrors.BranchBusyWithWork(checkout.Branch, holder);
        var freed = await git.RepeatableAsync(holder, ["switch", "--quiet", "--detach"], cancellationToken);
        if (!freed.Succeeded && !Directory.Exists(holder)) throw WorkspaceErrors.BranchBusy(checkout.Branch, holder);
        freed.Require($"take it off the branch '{checkout.Branch}'", holder);
    }

    // What was pushed meanwhile is taken in; what is only here stays on top.
    private async Task CatchUpAsync(BranchCheckout checkout, string theirs, CancellationToken cancellationToken)
    {
        if (await IsAncestorAsync(checkout.Path, "HEAD", theirs, cancellationToken))
            (await git.RepeatableAsync(checkout.Path, ["merge", "--quiet", "--ff-only", theirs], cancellationToken)).Require("catch up with origin", checkout.Path);
        // Only so that a plain 'git push' and 'git pull' know where to go.
        await git.WriteAsync(checkout.Path, ["config", $"branch.{checkout.Branch}.remote", "origin"], cancellationToken);
        await git.WriteAsync(checkout.Path, ["config", $"branch.{checkout.Branch}.merge", checkout.RemoteRef], cancellationToken);
    }

    private async Task TakeBackAsync(string path, string branch, CancellationToken cancellationToken)
    {
        if (RepositoryFiles.AdministrativeDirectory(path) is null) return;
        var head = await HeadAsync(path, cancellationToken);
        var tip = await git.ReadAsync(path, ["rev-parse", "--verify", "--quiet", $"refs/heads/{branch}"], cancellationToken);
        if (head.Branch is not null || tip.Text != head.Commit) return;
        (await git.RepeatableAsync(path, ["switch", "--quiet", branch], cancellationToken)).Require($"give back the branch '{branch}'", path);
    }

    private async Task<bool> IsAncestorAsync(string path, string older, string newer, CancellationToken cancellationToken) =>
        (await git.ReadAsync(path, ["merge-base", "--is-ancestor", older, newer], cancellationToken)).Succeeded;
}
