namespace Athene.Session.Machine.Workspaces;

/// <summary>The refs that matter to making one worktree, read in one run of git. Pure after that.</summary>
internal sealed class RefSnapshot
{
    private readonly Dictionary<string, (string Sha, string CheckedOutAt)> refs;
    private readonly string defaultBranch;

    private RefSnapshot(Dictionary<string, (string Sha, string CheckedOutAt)> refs, string defaultBranch)
    {
        this.refs = refs;
        this.defaultBranch = defaultBranch;
    }

    public static string[] Query(string branch, string defaultBranch) =>
    [
        "for-each-ref", "--format=%(objectname) %(refname)%00%(worktreepath)",
        $"refs/remotes/origin/{defaultBranch}", $"refs/heads/{defaultBranch}", $"refs/heads/{branch}", $"refs/heads/{branch}-[0-9]*",
    ];

    public static RefSnapshot Parse(string output, string defaultBranch)
    {
        var refs = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var nul = line.IndexOf('\0', StringComparison.Ordinal);
            refs[line[(space + 1)..nul]] = (line[..space], line[(nul + 1)..]);
        }

        return new RefSnapshot(refs, defaultBranch);
    }

    /// <summary>What a new branch starts from: the remote's default branch, else the local one, else null.</summary>
    public (string Ref, string Sha)? Base =>
        Find($"refs/remotes/origin/{defaultBranch}") ?? Find($"refs/heads/{defaultBranch}");

    public string? Tip(string branch) => Find($"refs/heads/{branch}")?.Sha;

    public bool IsCheckedOut(string branch) =>
        refs.TryGetValue($"refs/heads/{branch}", out var found) && found.CheckedOutAt.Length > 0;

    /// <summary>The first of <c>branch-2</c>, <c>branch-3</c>… that does not exist.</summary>
    public string FreeSuffix(string branch) => Enumerable.Range(2, refs.Count + 1)
        .Select(number => $"{branch}-{number}")
        .First(name => Tip(name) is null);

    private (string Ref, string Sha)? Find(string name) => refs.TryGetValue(name, out var found) ? (name, found.Sha) : null;
}
