namespace Athene.Testing.GitHub;

/// <summary>An issue of a <see cref="GitHubRepository"/>.</summary>
public sealed class GitHubIssue
{
    internal GitHubIssue(GitHubRepository repository, long id, int number, GitHubUser author, string title, string body) =>
        (Repository, Id, Number, Author, Title, Body) = (repository, id, number, author, title, body);

    public int Number { get; }

    public string Title { get; }

    public string Body { get; }

    public bool IsOpen { get; internal set; } = true;

    /// <summary>completed, not_planned or duplicate, once it is closed; reopened, when it was open again.</summary>
    public string? StateReason { get; set; }

    public IReadOnlyList<string> Comments => [.. Said.Select(comment => comment.Body)];

    internal GitHubRepository Repository { get; }

    internal long Id { get; }

    internal GitHubUser Author { get; }

    internal List<string> Labels { get; } = [];

    internal List<GitHubUser> Assignees { get; } = [];

    internal List<GitHubComment> Said { get; } = [];

    internal string Url => $"{Repository.Server.Address}/{Repository.FullName}/issues/{Number}";
}
