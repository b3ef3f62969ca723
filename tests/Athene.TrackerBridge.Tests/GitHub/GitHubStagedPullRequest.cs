using System.Globalization;
using Athene.Contracts.PullRequests;
using Athene.Testing.GitHub;
using Athene.TrackerBridge.Tests.Contracts;
using GitHubRepository = Athene.Testing.GitHub.GitHubRepository;

namespace Athene.TrackerBridge.Tests.GitHub;

/// <summary>A pull request on a <see cref="GitHubStage"/>.</summary>
internal sealed class GitHubStagedPullRequest(GitHubRepository repository, GitHubPull pull) : IStagedPullRequest
{
    public int Number => pull.Number;

    public string Head => pull.HeadSha;

    public Task RetitleAsync(string title) => pull.RetitleAsync(title);

    public Task CheckAsync(string name, CheckState state, string? log = null) => state switch
    {
        CheckState.Running => pull.StartCheckAsync(name),
        CheckState.Pending => pull.QueueCheckAsync(name),
        CheckState.Failed => pull.FailCheckAsync(name, "Run tests", log?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? []),
        CheckState.Passed => pull.EndCheckAsync(name),
        _ => pull.EndCheckAsync(name, "skipped"),
    };

    public async Task<string> CommentAsync(string author, string path, int line, string text) =>
        (await pull.CommentAsync(author, path, line, text)).Id.ToString(CultureInfo.InvariantCulture);

    public Task AnswerAsync(string thread, string author, string text) => pull.ReplyAsync(Find(thread), author, text);

    public Task ResolveAsync(string thread) => pull.ResolveAsync(Find(thread));

    public Task ApproveAsync(string reviewer) => pull.ApproveAsync(reviewer);

    public Task RequestChangesAsync(string reviewer, string text) => pull.RequestChangesAsync(reviewer, text);

    public Task ConflictAsync() => repository.PushAsync("main", $"{pull.HeadBranch.Replace('/', '-')}.txt", "theirs\n");

    public Task PushAsync() => repository.PushAsync(pull.HeadBranch, "more.txt", "more\n");

    public Task CloseAsync() => pull.CloseAsync();

    private GitHubThread Find(string id) => pull.OpenThreads.Single(thread => thread.Id.ToString(CultureInfo.InvariantCulture) == id);
}
