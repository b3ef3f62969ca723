namespace Athene.Testing.GitHub;

/// <summary>A conversation about a line of a pull request.</summary>
public sealed class GitHubThread
{
    internal GitHubThread(long id, string path, int line) => (Id, Path, Line) = (id, path, line);

    public long Id { get; }

    public string Path { get; }

    public int Line { get; }

    public bool IsResolved { get; internal set; }

    internal List<GitHubComment> Comments { get; } = [];
}
