using System.Net;
using System.Text.Json.Nodes;

namespace Athene.Testing.Hosts;

/// <summary>A Linear with one team, <see cref="TeamId"/>, whose issues are <c>ENG-1</c> and so on. It knows the questions that Athene asks, and no others.</summary>
public sealed class FakeLinear : FakeHost
{
    public const string TeamId = "team-eng";

    public const string Key = "secret-of-linear";

    private static readonly string[] StateTypes = ["backlog", "unstarted", "started", "completed", "canceled"];

    private readonly List<JsonObject> issues = [];
    private readonly List<JsonObject> labels = [Label("bug", null), Label("ui", TeamId)];
    private readonly Dictionary<string, List<string>> comments = [];
    private readonly HashSet<string> failing = [];

    public FakeLinear() => Route("POST", "/graphql", Answer);

    public string ApiUrl => $"{Address}/graphql";

    /// <summary>Somebody opens an issue; its identifier.</summary>
    /// <param name="author">A display name; null: a program did.</param>
    public string Add(string title, string description = "", string? author = "ada", int priority = 0, string stateType = "backlog", string? branchName = null)
    {
        lock (issues)
        {
            var number = issues.Count + 1;
            issues.Add(new JsonObject
            {
                ["id"] = $"uuid-{number}",
                ["number"] = number,
                ["identifier"] = $"ENG-{number}",
                ["title"] = title,
                ["description"] = description,
                ["url"] = $"https://linear.test/acme/issue/ENG-{number}/some-words",
                ["priority"] = priority,
                ["branchName"] = branchName ?? $"ada/eng-{number}-some-words",
                ["state"] = State(stateType),
                ["labels"] = new JsonObject { ["nodes"] = new JsonArray() },
                ["assignee"] = null,
                ["creator"] = author is null ? null : User(author),
                ["team"] = new JsonObject { ["id"] = TeamId },
            });
            return $"ENG-{number}";
        }
    }

    public IReadOnlyList<string> CommentsOf(string identifier)
    {
        lock (issues) return [.. comments.GetValueOrDefault($"uuid-{identifier.Split('-')[1]}", [])];
    }

    /// <summary>Fails the next request for this field alone.</summary>
    public void Fail(string field)
    {
        lock (issues) failing.Add(field);
    }

    /// <summary>A GraphQL refusal.</summary>
    public static FakeAnswer Error(string message, string code, int status = 200) => FakeAnswer.Json(
        new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = message, ["extensions"] = new JsonObject { ["code"] = code } }) }, status);

    protected override FakeAnswer? Refuse(HttpListenerRequest request) =>
        request.Headers["Authorization"] == Key ? null : Error("Authentication required, not authenticated", "AUTHENTICATION_ERROR", 401);

    private FakeAnswer Answer(FakeRequest request)
    {
        var (query, variables) = (request.Text("query")!, request.Body!["variables"]!.AsObject());
        lock (issues)
        {
            if (failing.Remove(FieldOf(query))) return FakeAnswer.Refusal(503, "away");
            return FieldOf(query) switch
            {
                "issues" => Data("issues", Nodes(issues.AsEnumerable().Reverse()
                    .Where(issue => LinearFilter.Fits(issue, variables["filter"]!.AsObject())).Take(variables["first"]!.GetValue<int>()))),
                "users" => Data("users", Nodes(new[] { "ada", "grace" }
                    .Where(name => name == variables["filter"]!["displayName"]!["eqIgnoreCase"]!.GetValue<string>()).Select(User))),
                "workflowStates" => Data("workflowStates", Nodes(StateTypes
                    .Where(type => type == variables["filter"]!["type"]!["eq"]!.GetValue<string>()).Select(State))),
                "issueLabels" => Data("issueLabels", Nodes(labels)),
                "issueLabelCreate" => Data("issueLabelCreate", CreateLabel(variables["input"]!.AsObject())),
                "issueCreate" => Data("issueCreate", Create(variables["input"]!.AsObject())),
                "issueUpdate" => Data("issueUpdate", Update(variables["id"]!.GetValue<string>(), variables["input"]!.AsObject())),
                "commentCreate" => Data("commentCreate", Comment(variables["input"]!.AsObject())),
                var unknown => Error($"Cannot query field \"{unknown}\"", "GRAPHQL_VALIDATION_FAILED", 400),
            };
        }
    }

    // The first field after the operation's own brace.
    private static string FieldOf(string query) => query[(query.IndexOf('{', StringComparison.Ordinal) + 1)..].TrimStart().Split('(', ' ')[0];

    private JsonObject CreateLabel(JsonObject input)
    {
        labels.Add(Label(input["name"]!.GetValue<string>(), input["teamId"]!.GetValue<string>()));
        return new JsonObject { ["success"] = true, ["issueLabel"] = labels[^1].DeepClone() };
    }

    private JsonObject Create(JsonObject input)
    {
        Add(input["title"]!.GetValue<string>(), input["description"]?.GetValue<string>() ?? "", priority: input["priority"]?.GetValue<int>() ?? 0);
        return Change(issues[^1], input);
    }

    private JsonObject Update(string id, JsonObject input) => Change(issues.Single(issue => issue["id"]!.GetValue<string>() == id), input);

    private JsonObject Change(JsonObject issue, JsonObject input)
    {
        if (input["stateId"]?.GetValue<string>() is { } state) issue["state"] = State(state["state-".Length..]);
        if (input["assigneeId"]?.GetValue<string>() is { } assignee) issue["assignee"] = User(assignee["user-".Length..]);
        if (input["labelIds"] is JsonArray ids)
            issue["labels"] = Nodes(ids.Select(id => labels.Single(label => label["id"]!.GetValue<string>() == id!.GetValue<string>())));
        return new JsonObject { ["success"] = true, ["issue"] = issue.DeepClone() };
    }

    private JsonObject Comment(JsonObject input)
    {
        var id = input["issueId"]!.GetValue<string>();
        comments[id] = [.. comments.GetValueOrDefault(id, []), input["body"]!.GetValue<string>()];
        return new JsonObject { ["success"] = true };
    }

    private static JsonObject State(string type) => new() { ["id"] = $"state-{type}", ["type"] = type, ["position"] = Array.IndexOf(StateTypes, type) };

    private static JsonObject User(string name) => new() { ["id"] = $"user-{name}", ["displayName"] = name, ["guest"] = name == "mallory", ["active"] = true };

    private static JsonObject Label(string name, string? team) =>
        new() { ["id"] = $"label-{name}", ["name"] = name, ["team"] = team is null ? null : new JsonObject { ["id"] = team } };

    private static JsonObject Nodes(IEnumerable<JsonObject> nodes) => new() { ["nodes"] = new JsonArray([.. nodes.Select(node => node.DeepClone())]) };

    private static FakeAnswer Data(string field, JsonObject value) => FakeAnswer.Json(new JsonObject { ["data"] = new JsonObject { [field] = value } });
}
