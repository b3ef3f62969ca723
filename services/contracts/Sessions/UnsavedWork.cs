namespace Athene.Contracts.Sessions;

/// <summary>What the workspace of a session holds and nothing else does.</summary>
/// <param name="ChangedFiles">Files with uncommitted changes, new ones among them; the first few of many.</param>
/// <param name="HasUnpushedCommits">Commits that neither a remote, the default branch nor a pull request of the session has.</param>
public sealed record UnsavedWork(IReadOnlyList<string> ChangedFiles, bool HasUnpushedCommits)
{
    public static UnsavedWork None { get; } = new([], false);

    public bool IsNone => ChangedFiles.Count == 0 && !HasUnpushedCommits;
}
