using Athene.Testing.GitHub.Documents;
using Athene.Testing.GitHub.Git;

namespace Athene.Testing.GitHub;

/// <summary>A pull request of the server, and what people and programs do with it.</summary>
public sealed class GitHubPull
{
    internal GitHubPull(GitHubRepository repository, int number, string branch, GitHubUser author, string head, string reference, string headRepository)
    {
        (Repository, Number, HeadBranch, Author, HeadSha, HeadReference, HeadRepository) = (repository, number, branch, author, head, reference, headRepository);
        (Id, CreatedAt, UpdatedAt) = (repository.Server.NextId(), repository.Server.Now, repository.Server.Now);
    }

    public int Number { get; }

    public string Url => $"{Repository.Server.Address}/{Repository.FullName}/pull/{Number}";

    public string HeadBranch { get; }

    public string HeadSha { get; private set; }

    public bool IsOpen { get; private set; } = true;

    public bool IsMerged => MergedAt is not null;

    public bool IsQueued => QueuedAt is not null;

    /// <summary>The commit on the base branch, once it is merged.</summary>
    public string? MergeSha { get; private set; }

    public string Title { get; internal set; } = "";

    public bool IsDraft { get; set; }

    /// <summary>The host is still finding out whether it can be merged.</summary>
    public bool IsBeingCompared { get; set; }

    /// <summary>The conversations that nobody has resolved.</summary>
    public IReadOnlyList<GitHubThread> OpenThreads => [.. Threads.Where(thread => !thread.IsResolved)];

    public GitHubRepository Repository { get; }

    internal long Id { get; }

    internal GitHubUser Author { get; }

    internal string HeadReference { get; }

    internal string HeadRepository { get; }

    internal string BaseBranch { get; init; } = "main";

    internal DateTimeOffset CreatedAt { get; }

    internal DateTimeOffset UpdatedAt { get; private set; }

    internal DateTimeOffset? ClosedAt { get; private set; }

    internal DateTimeOffset? MergedAt { get; private set; }

    internal DateTimeOffset? QueuedAt { get; private set; }

    internal List<GitHubReview> Reviews { get; } = [];

    internal List<GitHubThread> Threads { get; } = [];

    internal List<GitHubComment> Comments { get; } = [];

    internal List<GitHubUser> Assignees { get; } = [];

    internal bool IsFork => HeadRepository != Repository.FullName;

    /// <summary>A check of the head starts.</summary>
    /// <param name="isJob">It is a job of a workflow; else it is of another app.</param>
    public Task<GitHubCheck> StartCheckAsync(string name, bool isJob = true) => ChangeAsync(() => Task.FromResult(Repository.AddCheck(name, HeadSha, isJob)));

    /// <summary>A job of a workflow waits for a runner.</summary>
    public Task<GitHubCheck> QueueCheckAsync(string name) => ChangeAsync(() =>
    {
        var check = Repository.AddCheck(name, HeadSha, isJob: true);
        check.Status = "queued";
        return Task.FromResult(check);
    });

    /// <summary>A job of a workflow fails at a step; it is started when it does not run.</summary>
    /// <param name="log">The lines of its log, without time stamps.</param>
    public Task<GitHubCheck> FailCheckAsync(string name, string step = "Run tests", params IReadOnlyList<string> log) => EndAsync(name, isJob: true, check =>
    {
        (check.Conclusion, check.FailedStep) = ("failure", step);
        check.Log = JobLog.Of(check, log.Count > 0 ? log : ["Error: expected 2 but was 3", "Process completed with exit code 1."], Repository.Server.Now);
    });

    /// <summary>A check of another app than the workflows fails.</summary>
    public Task<GitHubCheck> FailAppCheckAsync(string name, string title, string summary, params IReadOnlyList<GitHubAnnotation> annotations) =>
        EndAsync(name, isJob: false, check => (check.Conclusion, check.Title, check.Summary, check.Annotations) = ("failure", title, summary, annotations));

    /// <summary>A check ends as <paramref name="conclusion"/> says, such as success, cancelled or skipped; it is started when it does not run.</summary>
    public Task<GitHubCheck> EndCheckAsync(string name, string conclusion = "success") => EndAsync(name, isJob: true, check => check.Conclusion = conclusion);

    /// <summary>Everything is green: what runs or has failed passes, and without any check a <c>build</c> does.</summary>
    public async Task PassChecksAsync()
    {
        var names = Repository.ChecksOf(HeadSha).Where(check => check.Conclusion != "success").Select(check => check.Name).ToArray();
        if (names.Length == 0 && Repository.ChecksOf(HeadSha).Count == 0) names = ["build"];
        foreach (var name in names) await EndCheckAsync(name);
        foreach (var status in Repository.StatusesOf(HeadSha).ToArray()) await SetStatusAsync(status.Context, "success");
    }

    /// <summary>An older integration sets a status of the head.</summary>
    /// <param name="state">pending, success, failure or error.</param>
    public Task SetStatusAsync(string context, string state, string? description = null, string? url = null) => ChangeAsync(() =>
    {
        Repository.SetStatus(HeadSha, new GitHubStatus(Repository.Server.NextId(), context, state, description, url, Repository.Server.Now));
        return Task.FromResult(true);
    });

    public Task ApproveAsync(string by = "grace", string body = "") => ReviewAsync(by, "APPROVED", body);

    public Task RequestChangesAsync(string by = "grace", string body = "Please change this.") => ReviewAsync(by, "CHANGES_REQUESTED", body);

    /// <summary>Asks for changes with one review that has no words of its own, only a remark on a line.</summary>
    public Task<GitHubThread> RequestChangesAtAsync(string by, string path, int line, string body) => ChangeAsync(async () =>
    {
        Reviews.Add(NewReview(by, "CHANGES_REQUESTED", ""));
        var thread = await BeginThreadAsync(by, path, line, body);
        await SendAsync("pull_request_review", "submitted", "review", ReviewDocument.Of(this, Reviews[^1]));
        return thread;
    });

    /// <param name="state">APPROVED, CHANGES_REQUESTED or COMMENTED.</param>
    public Task ReviewAsync(string by, string state, string body) => ChangeAsync(() =>
    {
        Reviews.Add(NewReview(by, state, body));
        return SendAsync("pull_request_review", "submitted", "review", ReviewDocument.Of(this, Reviews[^1]));
    });

    /// <summary>Somebody remarks on a line: a new thread.</summary>
    public Task<GitHubThread> CommentAsync(string by, string path, int line, string body) => ChangeAsync(() => BeginThreadAsync(by, path, line, body));

    /// <summary>Somebody answers in a thread.</summary>
    public Task ReplyAsync(GitHubThread thread, string by, string body) => ChangeAsync(() => SayAsync(thread, by, body));

    /// <summary>Somebody writes below the pull request, about the whole of it.</summary>
    public Task RemarkAsync(string by, string body) => ChangeAsync(() =>
    {
        var comment = new GitHubComment(Repository.Server.NextId(), new GitHubUser(by), body, Repository.Server.Now);
        Comments.Add(comment);
        Repository.Send("issue_comment", "created", new() { ["issue"] = IssueDocument.Of(this), ["comment"] = CommentDocument.OfIssue(this, comment) });
        return Task.FromResult(true);
    });

    public Task ResolveAsync(GitHubThread thread) => ChangeAsync(() =>
    {
        thread.IsResolved = true;
        return SendAsync("pull_request_review_thread", "resolved", "thread", ThreadDocument.Of(this, thread));
    });

    public Task RetitleAsync(string title) => ChangeAsync(async () =>
    {
        Title = title;
        await TellAsync("edited");
        return true;
    });

    public Task CloseAsync() => ChangeAsync(async () =>
    {
        (IsOpen, ClosedAt, QueuedAt) = (false, Repository.Server.Now, null);
        await TellAsync("closed");
        return true;
    });

    public Task ReopenAsync() => ChangeAsync(async () =>
    {
        (IsOpen, ClosedAt) = (true, null);
        await TellAsync("reopened");
        return true;
    });

    /// <summary>Somebody merges it at the host, whatever its checks say.</summary>
    /// <param name="method">squash, merge or rebase.</param>
    public Task MergeAsync(string method = "squash") => ChangeAsync(() => MergeNowAsync(method));

    /// <summary>The merge queue comes to it.</summary>
    public Task RunQueueAsync() => ChangeAsync(() => MergeNowAsync("merge"));

    internal async Task<string> MergeNowAsync(string method)
    {
        var target = Repository.HeadOf(BaseBranch)!;
        MergeSha = await MergeCommit.MakeAsync(Repository.Bare, method, target, HeadSha, $"{Title} (#{Number})");
        (IsOpen, MergedAt, ClosedAt, QueuedAt) = (false, Repository.Server.Now, Repository.Server.Now, null);
        await Repository.Bare.GitAsync("update-ref", $"refs/heads/{BaseBranch}", MergeSha, target);
        if (Repository.DeletesMergedBranches && !IsFork) await Repository.Bare.GitAsync("update-ref", "-d", HeadReference);
        await TellAsync("closed");
        return MergeSha;
    }

    internal async Task EnqueueAsync()
    {
        QueuedAt = Repository.Server.Now;
        await TellAsync("enqueued");
    }

    internal Task TellAsync(string action)
    {
        UpdatedAt = Repository.Server.Now;
        return SendAsync("pull_request", action, "number", Number);
    }

    /// <summary>The branch was pushed, or is gone.</summary>
    internal async Task MoveAsync(string? head)
    {
        if (head is null)
        {
            (IsOpen, ClosedAt) = (false, Repository.Server.Now);
            await TellAsync("closed");
            return;
        }

        (HeadSha, QueuedAt) = (head, null);
        await PublishHeadAsync();
        await TellAsync("synchronize");
    }

    /// <summary>Keeps the head under the name that GitHub gives it, and starts the checks that run by themselves.</summary>
    internal async Task PublishHeadAsync()
    {
        await Repository.Bare.GitAsync("update-ref", $"refs/pull/{Number}/head", HeadSha);
        foreach (var name in Repository.ChecksOfHeads) Repository.AddCheck(name, HeadSha, isJob: true);
    }

    private GitHubReview NewReview(string by, string state, string body) =>
        new(Repository.Server.NextId(), new GitHubUser(by), body, Repository.Server.Now) { State = state, Sha = HeadSha };

    private async Task<GitHubThread> BeginThreadAsync(string by, string path, int line, string body)
    {
        var thread = new GitHubThread(Repository.Server.NextId(), path, line);
        Threads.Add(thread);
        await SayAsync(thread, by, body);
        return thread;
    }

    private async Task<bool> SayAsync(GitHubThread thread, string by, string body)
    {
        var comment = new GitHubComment(Repository.Server.NextId(), new GitHubUser(by), body, Repository.Server.Now);
        thread.Comments.Add(comment);
        return await SendAsync("pull_request_review_comment", "created", "comment", CommentDocument.Of(this, thread, comment));
    }

    private Task<GitHubCheck> EndAsync(string name, bool isJob, Action<GitHubCheck> end) => ChangeAsync(() =>
    {
        var check = Repository.ChecksOf(HeadSha).FirstOrDefault(check => check.Name == name && !check.IsEnded) ?? Repository.AddCheck(name, HeadSha, isJob);
        end(check);
        (check.Status, check.CompletedAt) = ("completed", Repository.Server.Now);
        Repository.Send("check_run", "completed", new() { ["check_run"] = CheckDocument.Of(Repository, check) });
        return Task.FromResult(check);
    });

    private async Task<bool> SendAsync(string kind, string action, string part, System.Text.Json.Nodes.JsonNode? document)
    {
        UpdatedAt = Repository.Server.Now;
        Repository.Send(kind, action, new() { ["pull_request"] = await PullRequestDocument.OfAsync(this), [part] = document });
        return true;
    }

    private Task<T> ChangeAsync<T>(Func<Task<T>> change) => Repository.Server.InTurnAsync(async () =>
    {
        await Repository.SyncAsync();
        var changed = await change();
        await Repository.SyncAsync();
        return changed;
    });
}
