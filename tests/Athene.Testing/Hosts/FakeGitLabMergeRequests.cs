using System.Text.Json.Nodes;

namespace Athene.Testing.Hosts;

/// <summary>The merge requests of a <see cref="FakeGitLab"/>.</summary>
public sealed class FakeGitLabMergeRequests
{
    private readonly List<FakeMergeRequest> all = [];

    internal FakeGitLabMergeRequests(FakeGitLab host)
    {
        const string one = "/merge_requests/(?<iid>[0-9]+)";
        host.RouteIn("GET", "/merge_requests", List);
        host.RouteIn("GET", one, request => With(request, mr => FakeAnswer.Json(mr.Document(isListed: false))));
        host.RouteIn("PUT", one, request => With(request, mr => Assign(mr, request.Body!)));
        host.RouteIn("PUT", $"{one}/merge", request => With(request, mr => HasMergeTrain ? FakeAnswer.Refusal(405, "use the merge train") : mr.Merge(request.Body!)));
        host.RouteIn("GET", $"{one}/discussions", request => With(request, mr => FakeGitLab.Page(request, mr.Discussions)));
        host.RouteIn("GET", $"{one}/approvals", request => With(request, mr => FakeAnswer.Json(mr.Approvals)));
        host.RouteIn("GET", $"{one}/reviewers", request => With(request, mr => FakeAnswer.Json(mr.Reviewers)));
        host.RouteIn("POST", "/merge_trains/merge_requests/(?<iid>[0-9]+)", request => With(request, mr => JoinTrain(mr, request.Body!)));
        host.RouteIn("GET", "/pipelines", request => FakeGitLab.Page(request, all.Where(mr => mr.TestedHead == request.Query["sha"]).Select(mr => mr.Pipeline)));
        host.RouteIn("GET", "/pipelines/(?<id>[0-9]+)/jobs", Jobs);
        host.RouteIn("GET", "/repository/commits/(?<sha>[0-9a-f]+)", Commit);
        host.RouteIn("GET", "/jobs/(?<id>[0-9]+)/trace", Trace);
    }

    /// <summary>merge, rebase_merge or ff.</summary>
    public string MergeMethod { get; set; } = "merge";

    public bool HasMergeTrain { get; set; }

    /// <summary>Somebody opens a merge request; its number is <see cref="NumberOf"/>.</summary>
    public FakeMergeRequest Open(string branch, bool isFork = false)
    {
        var mr = new FakeMergeRequest(all.Count + 1, branch, isFork);
        all.Add(mr);
        return mr;
    }

    public int NumberOf(FakeMergeRequest mr) => all.IndexOf(mr) + 1;

    private FakeAnswer List(FakeRequest request) => FakeGitLab.Page(request, all.AsEnumerable().Reverse()
        .Where(mr => request.Query["source_branch"] is not { } branch || mr.Branch == branch)
        .Where(mr => request.Query["state"] is null or "all" || mr.State == request.Query["state"])
        .Select(mr => mr.Document(isListed: true)));

    private FakeAnswer With(FakeRequest request, Func<FakeMergeRequest, FakeAnswer> answer) =>
        request.Number("iid") is var iid && iid >= 1 && iid <= all.Count ? answer(all[iid - 1]) : FakeAnswer.Refusal(404, "404 Not found");

    private static FakeAnswer Assign(FakeMergeRequest mr, JsonObject change)
    {
        if (change["assignee_ids"] is JsonArray { Count: > 0 } ids) mr.Assignee = FakeGitLab.User(ids[0]!.GetValue<long>())["username"]!.GetValue<string>();
        return FakeAnswer.Json(mr.Document(isListed: false));
    }

    private FakeAnswer JoinTrain(FakeMergeRequest mr, JsonObject entry)
    {
        if (!HasMergeTrain) return FakeAnswer.Refusal(403, "403 Forbidden");
        if (entry["sha"]?.GetValue<string>() != mr.Head) return FakeAnswer.Refusal(409, "SHA does not match HEAD of source branch");
        mr.IsSetToMerge = true;
        return FakeAnswer.Json(new JsonArray(new JsonObject { ["id"] = 1, ["status"] = "idle" }), 201);
    }

    private FakeAnswer Jobs(FakeRequest request)
    {
        var scopes = request.Query.GetValues("scope[]");
        var mr = all.Single(candidate => candidate.PipelineId == request.Number("id"));
        return FakeGitLab.Page(request, mr.Jobs.Where(job => scopes is null || scopes.Contains(job["status"]!.GetValue<string>())));
    }

    private FakeAnswer Commit(FakeRequest request) => all.Find(mr => mr.MergeOfTestedHead == request["sha"]) is { } tested
        ? FakeAnswer.Json(new JsonObject { ["id"] = request["sha"], ["parent_ids"] = new JsonArray(new string('b', 40), tested.TestedHead) })
        : FakeAnswer.Refusal(404, "404 Commit Not Found");

    private FakeAnswer Trace(FakeRequest request) =>
        all.Select(mr => mr.Traces.GetValueOrDefault(request.Number("id"))).OfType<string>().FirstOrDefault() is { } trace
            ? FakeAnswer.Text(trace)
            : FakeAnswer.Refusal(404, "404 Not found");
}
