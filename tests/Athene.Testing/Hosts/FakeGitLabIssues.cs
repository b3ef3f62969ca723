using System.Text.Json.Nodes;

namespace Athene.Testing.Hosts;

/// <summary>The issues of a <see cref="FakeGitLab"/>.</summary>
public sealed class FakeGitLabIssues
{
    private readonly List<JsonObject> issues = [];
    private readonly Dictionary<int, List<string>> notes = [];

    internal FakeGitLabIssues(FakeGitLab host)
    {
        host.RouteIn("GET", "/issues", List);
        host.RouteIn("POST", "/issues", Create);
        host.RouteIn("GET", "/issues/(?<iid>[0-9]+)", request => WithIssue(request, issue => FakeAnswer.Json(issue)));
        host.RouteIn("PUT", "/issues/(?<iid>[0-9]+)", request => WithIssue(request, issue => Change(issue, request.Body!)));
        host.RouteIn("POST", "/issues/(?<iid>[0-9]+)/notes", request => WithIssue(request, _ => Note(request.Number("iid"), request.Text("body")!)));
    }

    /// <summary>Somebody opens an issue; its number.</summary>
    public int Add(string title, string description = "", string author = "ada", params string[] labels)
    {
        lock (issues)
        {
            issues.Add(new JsonObject
            {
                ["id"] = 1000 + issues.Count,
                ["iid"] = issues.Count + 1,
                ["title"] = title,
                ["description"] = description,
                ["state"] = "opened",
                ["labels"] = new JsonArray([.. labels.Select(label => JsonValue.Create(label))]),
                ["author"] = FakeGitLab.User(author),
                ["assignees"] = new JsonArray(),
                ["web_url"] = $"https://gitlab.test/{FakeGitLab.Project}/-/issues/{issues.Count + 1}",
            });
            return issues.Count;
        }
    }

    public IReadOnlyList<string> NotesOf(int iid)
    {
        lock (issues) return [.. notes.GetValueOrDefault(iid, [])];
    }

    private FakeAnswer List(FakeRequest request)
    {
        lock (issues)
        {
            return FakeGitLab.Page(request, issues.AsEnumerable().Reverse().Where(issue =>
                (request.Query["state"] is not { } state || issue["state"]!.GetValue<string>() == state)
                && (request.Query["labels"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).All(label => LabelsOf(issue).Contains(label))
                && (request.Query["assignee_username"] is not { } name
                    || issue["assignees"]!.AsArray().Any(user => user!["username"]!.GetValue<string>() == name))));
        }
    }

    private FakeAnswer Create(FakeRequest request)
    {
        if (request.Text("title") is not { Length: > 0 } title) return FakeAnswer.Refusal(400, "title is missing");
        var iid = Add(title, request.Text("description") ?? "", "ada", (request.Text("labels") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries));
        lock (issues)
        {
            Assign(issues[iid - 1], request.Body!);
            return FakeAnswer.Json(issues[iid - 1], 201);
        }
    }

    private FakeAnswer WithIssue(FakeRequest request, Func<JsonObject, FakeAnswer> answer)
    {
        lock (issues)
        {
            var known = issues.Find(issue => issue["iid"]!.GetValue<int>() == request.Number("iid"));
            return known is null ? FakeAnswer.Refusal(404, "404 Not found") : answer(known);
        }
    }

    private static FakeAnswer Change(JsonObject issue, JsonObject change)
    {
        if (change.Count == 0) return FakeAnswer.Refusal(400, "at least one parameter must be provided");
        if (change["state_event"]?.GetValue<string>() is { } happening) issue["state"] = happening == "close" ? "closed" : "opened";
        var labels = LabelsOf(issue).Except(Split(change["remove_labels"])).Union(Split(change["add_labels"]));
        issue["labels"] = new JsonArray([.. labels.Select(label => JsonValue.Create(label))]);
        Assign(issue, change);
        return FakeAnswer.Json(issue);
    }

    private FakeAnswer Note(int iid, string body)
    {
        notes[iid] = [.. notes.GetValueOrDefault(iid, []), body];
        return FakeAnswer.Json(new JsonObject { ["id"] = 1, ["body"] = body }, 201);
    }

    private static void Assign(JsonObject issue, JsonObject change)
    {
        if (change["assignee_ids"] is JsonArray ids)
            issue["assignees"] = new JsonArray([.. ids.Take(1).Select(id => FakeGitLab.User(id!.GetValue<long>()))]);
    }

    private static string[] LabelsOf(JsonObject issue) => [.. issue["labels"]!.AsArray().Select(label => label!.GetValue<string>())];

    private static string[] Split(JsonNode? labels) => labels?.GetValue<string>().Split(',') ?? [];
}
