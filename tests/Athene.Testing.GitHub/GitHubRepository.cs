using Athene.Testing.GitHub.Documents;
using Athene.Testing.GitHub.Git;

namespace Athene.Testing.GitHub;

/// <summary>A repository of the server, over a real bare git repository: whoever pushes to <see cref="CloneUrl"/> changes it.</summary>
public sealed class GitHubRepository
{
    private const string Branches = "refs/heads/";

    private readonly List<GitHubPull> pulls = [];
    private readonly List<GitHubIssue> issues = [];
    private readonly List<GitHubCheck> checks = [];
    private readonly Dictionary<string, List<GitHubStatus>> statuses = [];
    private IReadOnlyDictionary<string, string> refs = new Dictionary<string, string>();

    internal GitHubRepository(GitHubServer server, string fullName, BareRepository git) => (Server, FullName, Bare) = (server, fullName, git);

    /// <summary><c>owner/name</c>.</summary>
    public string FullName { get; }

    /// <summary>Where to clone from and push to.</summary>
    public string CloneUrl => $"{Server.Address}/{FullName}.git";

    /// <summary>The bare repository on disk. A push to it past the server is noticed with the next request.</summary>
    public string Path => Bare.Path;

    /// <summary>Those who may not write, whatever their association is: members and collaborators may have less.</summary>
    public HashSet<string> Readers { get; } = [];

    /// <summary>Who belongs to the repository, and as what; everybody else is a stranger (NONE).</summary>
    public Dictionary<string, string> Associations { get; } = new() { ["ada"] = "OWNER", ["grace"] = "MEMBER" };

    /// <summary>Checks that run by themselves for each new head of a pull request.</summary>
    public IList<string> ChecksOfHeads { get; } = [];

    /// <summary>Merging goes through the merge queue only.</summary>
    public bool HasMergeQueue { get; set; }

    /// <summary>How many approvals the rules of the base branch ask for; zero: none, and so no review decision either.</summary>
    public int RequiredApprovals { get; set; }

    /// <summary>Branches must be up to date with their base before they are merged.</summary>
    public bool MustBeUpToDate { get; set; }

    /// <summary>Branches of merged pull requests are removed.</summary>
    public bool DeletesMergedBranches { get; set; }

    public IReadOnlyList<GitHubPull> PullRequests => pulls;

    public IReadOnlyList<GitHubIssue> Issues => issues;

    internal GitHubServer Server { get; }

    internal HashSet<int> DeletedIssues { get; } = [];

    internal BareRepository Bare { get; }

    internal string Owner => FullName.Split('/')[0];

    internal string Name => FullName.Split('/')[1];

    /// <summary>Somebody pushes a commit that writes one file; the commit.</summary>
    public Task<string> PushAsync(string branch, string file, string text) => Server.InTurnAsync(async () =>
    {
        var parent = HeadOf(branch) ?? HeadOf("main");
        var commit = await Bare.CommitFileAsync(parent, file, text, $"Change {file}");
        await Bare.GitAsync("update-ref", Branches + branch, commit);
        await SyncAsync();
        return commit;
    });

    /// <summary>The commit that a branch is at.</summary>
    public Task<string?> HeadOfAsync(string branch) => Server.InTurnAsync(async () =>
    {
        await SyncAsync();
        return HeadOf(branch);
    });

    /// <summary>Somebody opens an issue.</summary>
    public Task<GitHubIssue> OpenIssueAsync(string title, string body = "", string by = "ada") => Server.InTurnAsync(() => Task.FromResult(AddIssue(title, body, by)));

    /// <summary>Somebody with the right to do so deletes an issue.</summary>
    public Task DeleteIssueAsync(GitHubIssue issue) => Server.InTurnAsync(() =>
    {
        issues.Remove(issue);
        return Task.FromResult(DeletedIssues.Add(issue.Number));
    });

    /// <summary>Somebody opens a pull request for a branch that is there.</summary>
    public Task<GitHubPull> OpenPullRequestAsync(string branch, string? title = null, string by = "ada", bool isDraft = false) =>
        OpenAsync(branch, title, by, isDraft, Branches + branch, FullName);

    /// <summary>A stranger opens a pull request from a branch of their fork, which changes one file.</summary>
    public async Task<GitHubPull> OpenForkPullRequestAsync(string by, string branch, string file, string text)
    {
        var reference = $"refs/athene-test/{by}/{branch}";
        await Server.InTurnAsync(async () => await Bare.GitAsync("update-ref", reference, await Bare.CommitFileAsync(HeadOf("main"), file, text, $"Change {file}")));
        return await OpenAsync(branch, null, by, false, reference, $"{by}/{Name}");
    }

    internal GitHubIssue AddIssue(string title, string body, string by)
    {
        var issue = new GitHubIssue(this, Server.NextId(), NextNumber(), new GitHubUser(by), title, body);
        issues.Add(issue);
        return issue;
    }

    internal string? HeadOf(string branch) => CommitOf(Branches + branch);

    internal string? CommitOf(string reference) => refs.GetValueOrDefault(reference);

    internal GitHubPull? Find(int number) => pulls.FirstOrDefault(pull => pull.Number == number);

    internal GitHubCheck? FindCheck(long id) => checks.FirstOrDefault(check => check.Id == id);

    /// <summary>The newest run of each check of a commit.</summary>
    internal IReadOnlyList<GitHubCheck> ChecksOf(string sha) =>
        [.. checks.Where(check => check.Sha == sha).GroupBy(check => check.Name).Select(runs => runs.Last())];

    internal IReadOnlyList<GitHubStatus> StatusesOf(string sha) => statuses.GetValueOrDefault(sha) ?? [];

    internal bool MayWrite(GitHubUser user) => AssociationOf(user) is "OWNER" or "MEMBER" or "COLLABORATOR" && !Readers.Contains(user.Login);

    internal string AssociationOf(GitHubUser user) => Associations.GetValueOrDefault(user.Login, "NONE");

    internal GitHubCheck AddCheck(string name, string sha, bool isJob)
    {
        var check = new GitHubCheck(Server.NextId(), name, sha, isJob) { StartedAt = Server.Now };
        checks.Add(check);
        Send("check_run", "created", new() { ["check_run"] = CheckDocument.Of(this, check) });
        return check;
    }

    internal void SetStatus(string sha, GitHubStatus status)
    {
        if (!statuses.TryGetValue(sha, out var known)) statuses[sha] = known = [];
        known.RemoveAll(other => other.Context == status.Context);
        known.Add(status);
        Send("status", null, new()
        {
            ["sha"] = sha, ["context"] = status.Context, ["state"] = status.State, ["description"] = status.Description, ["target_url"] = status.TargetUrl,
        });
    }

    internal void Send(string kind, string? action, System.Text.Json.Nodes.JsonObject payload)
    {
        if (action is not null) payload["action"] = action;
        payload["repository"] = RepositoryDocument.Of(this);
        payload["sender"] = UserDocument.Of(new GitHubUser("ada"), Server.Address);
        Server.Webhooks.Send(kind, payload);
    }

    /// <summary>Looks which branches have moved, and tells of it.</summary>
    internal async Task SyncAsync()
    {
        var (before, now) = (refs, await Bare.RefsAsync());
        refs = now;
        foreach (var reference in before.Keys.Union(now.Keys).Where(reference => before.GetValueOrDefault(reference) != now.GetValueOrDefault(reference)).ToArray())
        {
            if (reference.StartsWith(Branches, StringComparison.Ordinal))
                Send("push", null, PushPayload.Of(reference, before.GetValueOrDefault(reference), now.GetValueOrDefault(reference)));
            foreach (var pull in pulls.Where(pull => pull.IsOpen && pull.HeadReference == reference)) await pull.MoveAsync(now.GetValueOrDefault(reference));
        }
    }

    // Issues and pull requests are counted together.
    private int NextNumber() => pulls.Count + issues.Count + DeletedIssues.Count + 1;

    private Task<GitHubPull> OpenAsync(string branch, string? title, string by, bool isDraft, string reference, string headRepository) => Server.InTurnAsync(async () =>
    {
        await SyncAsync();
        var head = CommitOf(reference) ?? throw new InvalidOperationException($"{FullName} has no branch '{branch}': push it first.");
        var pull = new GitHubPull(this, NextNumber(), branch, new GitHubUser(by), head, reference, headRepository)
        {
            Title = title ?? $"Change {branch}", IsDraft = isDraft,
        };
        pulls.Add(pull);
        await pull.PublishHeadAsync();
        await pull.TellAsync("opened");
        return pull;
    });
}
