using Athene.Contracts.PullRequests;
using Athene.Testing.Hosts;
using Athene.TrackerBridge.Tests.Contracts;

namespace Athene.TrackerBridge.Tests.GitLabHost;

/// <summary>A merge request on a <see cref="GitLabStage"/>.</summary>
public sealed class GitLabStagedMergeRequest(FakeMergeRequest mr, int number) : IStagedPullRequest
{
    public FakeMergeRequest Own => mr;

    public int Number => number;

    public string Head => mr.Head;

    public Task RetitleAsync(string title) => Do(() => mr.Title = title);

    public Task CheckAsync(string name, CheckState state, string? log = null) => Do(() => mr.Job(name, StatusOf(state), trace: log));

    public Task<string> CommentAsync(string author, string path, int line, string text) => Task.FromResult(mr.Discuss(author, path, line, text));

    public Task AnswerAsync(string thread, string author, string text) => Do(() => mr.Answer(thread, author, text));

    public Task ResolveAsync(string thread) => Do(() => mr.Resolve(thread));

    public Task ApproveAsync(string reviewer) => Do(() => mr.Review(reviewer, "approved"));

    public Task RequestChangesAsync(string reviewer, string text) => Do(() =>
    {
        mr.Comment(reviewer, text);
        mr.Review(reviewer, "requested_changes");
    });

    public Task ConflictAsync() => Do(() => mr.HasConflicts = true);

    public Task PushAsync() => Do(mr.Push);

    public Task CloseAsync() => Do(() => mr.State = "closed");

    private static string StatusOf(CheckState state) => state switch
    {
        CheckState.Passed => "success",
        CheckState.Failed => "failed",
        CheckState.Running => "running",
        CheckState.Pending => "pending",
        _ => "skipped",
    };

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
