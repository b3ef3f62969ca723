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
        "for-each-ref", "--format=%(objectname) %(refname)%00%(worktreepath)%00",
        $"refs/remotes/origin/{defaultBranch}", $"refs/heads/{defaultBranch}", $"refs/heads/{branch}", $"refs/heads/{branch}-[0-9]*",
    ];

    public static RefSnapshot Parse(string output, string defaultBranch)
    {
        var refs = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        // A path may hold line feeds, but no zero character.
        foreach (var entry in output.Split('\0').Chunk(2).Where(entry => entry.Length == 2))
        {
            var parts = entry[0].TrimStart('\n').Split(' ', 2);
            refs[parts[1]] = (parts[0], entry[1]);
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
    public string FreeSuffix(string branch, IReadOnlySet<string>? busyElsewhere = null) => Enumerable.Range(2, refs.Count + (busyElsewhere?.Count ?? 0) + 1)
        .Select(number => $"{branch}-{number}")
        .First(name => Tip(name) is null && busyElsewhere?.Contains(name) is not true);

    private (string Ref, string Sha)? Find(string name) => refs.TryGetValue(name, out var found) ? (name, found.Sha) : null;
}
