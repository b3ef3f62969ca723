using System.Globalization;
using System.Text.Json.Nodes;

namespace Athene.Testing.Hosts;

/// <summary>A merge request of a <see cref="FakeGitLab"/>: tests say what people and programs do, and GitLab's words for it follow.</summary>
public sealed class FakeMergeRequest
{
    private readonly int iid;
    private readonly List<JsonObject> jobs = [];
    private readonly List<JsonObject> discussions = [];
    private readonly Dictionary<string, string> reviewers = [];
    private long lastNote;

    internal FakeMergeRequest(int iid, string branch, bool isFork)
    {
        (this.iid, Branch, IsFork) = (iid, branch, isFork);
        Push();
    }

    public string Branch { get; }

    public bool IsFork { get; }

    public string Title { get; set; } = "Change something";

    public string Author { get; set; } = "ada";

    /// <summary>opened, closed or merged.</summary>
    public string State { get; set; } = "opened";

    public bool IsDraft { get; set; }

    public bool HasConflicts { get; set; }

    /// <summary>In place of what follows from the rest, such as <c>need_rebase</c>.</summary>
    public string? MergeStatus { get; set; }

    /// <summary>In place of what follows from the jobs.</summary>
    public string? PipelineStatus { get; set; }

    /// <summary>How many have to approve.</summary>
    public int RequiredApprovals { get; set; }

    public bool IsSetToMerge { get; set; }

    public bool WasSquashed { get; private set; }

    public string Head { get; private set; } = "";

    public string? Assignee { get; set; }

    public string Url => string.Create(CultureInfo.InvariantCulture, $"https://gitlab.test/{FakeGitLab.Project}/-/merge_requests/{iid}");

    internal IReadOnlyList<JsonObject> Jobs => jobs;

    internal IReadOnlyList<JsonObject> Discussions => discussions;

    internal Dictionary<long, string> Traces { get; } = [];

    /// <summary>The commit that the pipeline ran for.</summary>
    internal string? TestedHead { get; private set; }

    /// <summary>When it is set, the pipeline runs for what a merge of <see cref="TestedHead"/> results in.</summary>
    public bool TestsMerge { get; set; }

    internal string? MergeOfTestedHead => TestsMerge && TestedHead is { } head ? $"aa{head[2..]}" : null;

    private DateTimeOffset CreatedAt { get; } = DateTimeOffset.UtcNow;

    /// <summary>New commits: what was tested before was another head.</summary>
    public void Push() => Head = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()) + "00000000";

    /// <summary>A job of the head's pipeline, in place of one of the same name.</summary>
    public void Job(string name, string status, bool allowFailure = false, string? trace = null)
    {
        if (TestedHead != Head) jobs.Clear();
        TestedHead = Head;
        jobs.RemoveAll(job => job["name"]!.GetValue<string>() == name);
        var id = 10_000 + (iid * 100) + jobs.Count;
        if (trace is not null) Traces[id] = trace;
        jobs.Add(new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["stage"] = "test",
            ["status"] = status,
            ["allow_failure"] = allowFailure,
            ["web_url"] = $"https://gitlab.test/{FakeGitLab.Project}/-/jobs/{id}",
        });
    }

    /// <summary>Somebody begins a thread about a line; its id.</summary>
    public string Discuss(string author, string path, int line, string text)
    {
        var position = new JsonObject { ["new_path"] = path, ["old_path"] = path, ["new_line"] = line, ["old_line"] = null };
        return Add(Note(author, text, resolvable: true, position), isIndividual: false);
    }

    /// <summary>Somebody says something on the whole, in no thread.</summary>
    public void Comment(string author, string text) => Add(Note(author, text, resolvable: false), isIndividual: true);

    public void Answer(string discussion, string author, string text) => Find(discussion)["notes"]!.AsArray().Add(Note(author, text, resolvable: true));

    public void Resolve(string discussion)
    {
        foreach (var note in Find(discussion)["notes"]!.AsArray()) note!["resolved"] = true;
    }

    /// <param name="state">GitLab's: approved, requested_changes, reviewed or unreviewed.</param>
    public void Review(string reviewer, string state) => reviewers[reviewer] = state;

    internal JsonObject Document(bool isListed) => new()
    {
        ["id"] = 5000 + iid,
        ["iid"] = iid,
        ["title"] = Title,
        ["state"] = State,
        ["draft"] = IsDraft,
        ["source_branch"] = Branch,
        ["target_branch"] = "main",
        ["source_project_id"] = IsFork ? 99 : 7,
        ["target_project_id"] = 7,
        ["sha"] = Head,
        ["web_url"] = Url,
        ["author"] = FakeGitLab.User(Author),
        ["created_at"] = CreatedAt.ToString("O", CultureInfo.InvariantCulture),
        ["assignees"] = Assignee is null ? new JsonArray() : new JsonArray(FakeGitLab.User(Assignee)),
        ["reviewers"] = new JsonArray([.. reviewers.Keys.Select(FakeGitLab.User)]),
        ["detailed_merge_status"] = DetailedMergeStatus,
        ["has_conflicts"] = HasConflicts,
        ["blocking_discussions_resolved"] = !HasUnresolved,
        ["merge_when_pipeline_succeeds"] = IsSetToMerge,
        ["head_pipeline"] = isListed || TestedHead is null ? null : Pipeline,
        ["merge_commit_sha"] = State == "merged" ? new string('e', 40) : null,
        ["squash_commit_sha"] = null,
    };

    internal JsonObject Pipeline => new()
    {
        ["id"] = PipelineId,
        ["sha"] = MergeOfTestedHead ?? TestedHead,
        ["ref"] = TestsMerge ? $"refs/merge-requests/{iid}/merge" : Branch,
        ["status"] = PipelineStatus ?? StatusOfJobs,
        ["source"] = TestsMerge ? "merge_request_event" : "push",
        ["web_url"] = $"https://gitlab.test/{FakeGitLab.Project}/-/pipelines/{PipelineId}",
    };

    internal int PipelineId => 800 + iid;

    internal JsonObject Approvals
    {
        get
        {
            var approved = reviewers.Where(reviewer => reviewer.Value == "approved").Select(reviewer => reviewer.Key).ToArray();
            return new JsonObject
            {
                ["approvals_required"] = RequiredApprovals,
                ["approvals_left"] = Math.Max(0, RequiredApprovals - approved.Length),
                ["approved_by"] = new JsonArray([.. approved.Select(name => new JsonObject { ["user"] = FakeGitLab.User(name) })]),
            };
        }
    }

    internal JsonArray Reviewers =>
        [.. reviewers.Select(reviewer => new JsonObject { ["user"] = FakeGitLab.User(reviewer.Key), ["state"] = reviewer.Value })];

    /// <summary>What GitLab does with a merge that it takes; the status with which it refuses, else null.</summary>
    internal FakeAnswer Merge(JsonObject request)
    {
        if (request["sha"]?.GetValue<string>() is { } sha && sha != Head) return FakeAnswer.Refusal(409, "SHA does not match HEAD of source branch");
        var waits = request["auto_merge"]?.GetValue<bool>() is true;
        if (State != "opened" || (DetailedMergeStatus != "mergeable" && !(waits && DetailedMergeStatus == "ci_still_running")))
            return FakeAnswer.Refusal(405, "405 Method Not Allowed");
        WasSquashed = request["squash"]?.GetValue<bool>() is true;
        IsSetToMerge = waits;
        if (!waits) State = "merged";
        return FakeAnswer.Json(Document(isListed: false));
    }

    private bool HasUnresolved => discussions.Any(discussion =>
        discussion["notes"]!.AsArray().Any(note => note!["resolvable"]!.GetValue<bool>() && !note["resolved"]!.GetValue<bool>()));

    private string DetailedMergeStatus => this switch
    {
        { MergeStatus: { } given } => given,
        { State: not "opened" } => "not_open",
        { HasConflicts: true } => "conflict",
        { IsDraft: true } => "draft_status",
        _ when TestedHead == Head && StatusOfJobs is "running" or "pending" => "ci_still_running",
        _ when TestedHead == Head && StatusOfJobs is "failed" => "ci_must_pass",
        _ when reviewers.ContainsValue("requested_changes") => "requested_changes",
        _ when RequiredApprovals > reviewers.Values.Count(state => state == "approved") => "not_approved",
        _ when HasUnresolved => "discussions_not_resolved",
        _ => "mergeable",
    };

    private string StatusOfJobs
    {
        get
        {
            var counted = jobs.Where(job => !job["allow_failure"]!.GetValue<bool>()).Select(job => job["status"]!.GetValue<string>()).ToArray();
            return Array.Find(["failed", "canceled", "running", "pending", "manual"], counted.Contains) ?? "success";
        }
    }

    private string Add(JsonObject note, bool isIndividual)
    {
        var id = Guid.NewGuid().ToString("N");
        discussions.Add(new JsonObject { ["id"] = id, ["individual_note"] = isIndividual, ["notes"] = new JsonArray(note) });
        return id;
    }

    private JsonObject Find(string discussion) => discussions.Single(one => one["id"]!.GetValue<string>() == discussion);

    private JsonObject Note(string author, string text, bool resolvable, JsonObject? position = null) => new()
    {
        ["id"] = (iid * 1000) + ++lastNote,
        ["type"] = position is null ? null : "DiffNote",
        ["body"] = text,
        ["author"] = FakeGitLab.User(author),
        ["system"] = false,
        ["resolvable"] = resolvable,
        ["resolved"] = false,
        ["position"] = position,
    };
}
