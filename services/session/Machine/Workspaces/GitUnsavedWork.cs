using Athene.Contracts.Sessions;

namespace Athene.Session.Machine.Workspaces;

/// <inheritdoc cref="IUnsavedWork"/>
public sealed class GitUnsavedWork(TimeProvider time) : IUnsavedWork
{
    private const int Most = 20;

    private readonly Git git = new(time);

    public async Task<UnsavedWork> FindAsync(WorkSearch search, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(search.Path)) return UnsavedWork.None;
        IEnumerable<string> paths = [".", .. search.Ignored.Select(link => $":(top,exclude,literal){link}")];
        var status = await git.ReadAsync(search.Path, ["status", "--porcelain", "--untracked-files=normal", "--", .. paths], cancellationToken);
        var changed = status.Require("see what is uncommitted", search.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new UnsavedWork(
            [.. changed.Take(Most).Select(line => line.Length > 3 ? line[3..] : line)], await HasUnpushedCommitsAsync(search, cancellationToken));
    }

    private async Task<bool> HasUnpushedCommitsAsync(WorkSearch search, CancellationToken cancellationToken)
    {
        // A branch that was squashed and deleted on its host is on no remote any more; the pull request's head is what was merged.
        string[] elsewhere = ["--remotes", $"refs/heads/{search.DefaultBranch}", .. search.Elsewhere];
        var own = await git.ReadAsync(search.Path, ["rev-list", "-1", "--ignore-missing", "HEAD", "--not", .. elsewhere], cancellationToken);
        return own.Require("see what is not pushed", search.Path).Length > 0;
    }
}
