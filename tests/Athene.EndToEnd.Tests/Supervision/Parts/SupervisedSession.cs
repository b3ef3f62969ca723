using System.Globalization;
using System.Net;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;
using Athene.Testing.GitHub;

namespace Athene.EndToEnd.Tests.Supervision.Parts;

/// <summary>A session whose agent works on a branch of the host, and what can be seen of it from outside.</summary>
internal sealed class SupervisedSession(SupervisedInstallation place, SessionDocument session)
{
    public string Id => session.Id;

    public string Branch => session.Branch!;

    public string WorkspacePath => session.WorkspacePath!;

    /// <summary>The file that its agent works on.</summary>
    public string WorkFile => $"work-{Id}.txt";

    /// <summary>Every line that was typed into the agent's terminal.</summary>
    public IReadOnlyList<string> Typed => place.Athene.Agents.Lines($"typed-{Id}");

    /// <summary>What was posted to Slack about it.</summary>
    public IReadOnlyList<SlackPost> Posts => [.. place.Slack.Posts.Where(post => post.Text.EndsWith($" ({Id})", StringComparison.Ordinal))];

    /// <summary>The lines that were typed and begin like this.</summary>
    public IReadOnlyList<string> Told(string beginning) => [.. Typed.Where(line => line.StartsWith(beginning, StringComparison.Ordinal))];

    /// <summary>The posts whose first line has these words.</summary>
    public IReadOnlyList<SlackPost> PostsOf(string words) => [.. Posts.Where(post => post.Text.Contains(words, StringComparison.Ordinal))];

    /// <summary>Somebody opens a pull request for what the agent has pushed, and Athene finds out that it is this session's.</summary>
    public async Task<GitHubPull> OpenPullRequestAsync()
    {
        var pull = await place.Repository.OpenPullRequestAsync(Branch, $"Work of {Id}");
        await UntilAsync(now => now.Prs.Any(pr => pr.Number == pull.Number), string.Create(CultureInfo.InvariantCulture, $"has pull request #{pull.Number}"));
        return pull;
    }

    /// <summary>Waits until the session is so, whatever the services go through meanwhile.</summary>
    public Task<SessionDocument> UntilAsync(Func<SessionDocument, bool> condition, string what, TimeSpan? limit = null) => Within.GetAsync(
        async () =>
        {
            var answer = await place.Athene.Api.GetAsync($"v1/sessions/{Id}");
            return answer.Status is HttpStatusCode.OK && answer.As<SessionDocument>() is var now && condition(now) ? now : null;
        },
        $"session {Id} {what}",
        limit);

    /// <summary>Waits until a line is typed into the agent's terminal.</summary>
    public Task TypedAsync(string beginning) => Within.TrueAsync(() => Told(beginning).Count > 0, $"'{beginning}…' was typed to {Id}");

    /// <summary>Waits until Slack has a post about it with these words.</summary>
    public Task PostedAsync(string words) => Within.TrueAsync(() => PostsOf(words).Count > 0, $"'{words}' of {Id} was posted to Slack");

    /// <summary>Waits until the agent has pushed a commit of this name on top of <paramref name="before"/>.</summary>
    public Task PushedAsync(GitHubPull pull, string commit, string before, TimeSpan? limit = null) => Within.TrueAsync(
        async () => await place.Repository.HeadOfAsync(Branch) is { } head && head != before && pull.HeadSha == head && await SubjectOfAsync(head) == commit,
        $"the agent of {Id} pushed '{commit}'",
        limit);

    private Task<string> SubjectOfAsync(string commit) => Shell.AskAsync("git", ["log", "-1", "--format=%s", commit], place.Repository.Path);
}
