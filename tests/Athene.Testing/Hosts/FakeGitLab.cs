using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Athene.Testing.Hosts;

/// <summary>A GitLab with one project, <see cref="Project"/>, in which <c>ada</c> and <c>grace</c> are developers, <c>rex</c> reports, and <c>mallory</c> is nobody. Of those called bots, only those of projects are programs.</summary>
public sealed class FakeGitLab : FakeHost
{
    public const string Project = "acme/team/app";

    public const string Token = "secret-of-gitlab";

    private const int PageSize = 20;

    private static readonly (long Id, string Name, int Level)[] Users = [(1, "ada", 40), (2, "grace", 30), (3, "rex", 20), (4, "mallory", 0), (5, "project_7_bot_1a", 30), (6, "evil-bot", 0), (7, "project_9_bot_2b", 0), (8, "member-bot", 20)];

    public FakeGitLab()
    {
        Issues = new FakeGitLabIssues(this);
        MergeRequests = new FakeGitLabMergeRequests(this);
        RouteIn("GET", "", _ => FakeAnswer.Json(Settings));
        Route("GET", "/api/v4/projects/99", _ => FakeAnswer.Json(new JsonObject { ["id"] = 99, ["path_with_namespace"] = "grace/app" }));
        RouteIn("GET", "/members/all", ListMembers);
        Route("GET", "/api/v4/user", _ => FakeAnswer.Json(User("ada")));
        Route("GET", "/api/v4/users/(?<id>[0-9]+)", request => FakeAnswer.Json(Account(request.Number("id"))));
        Route("GET", "/api/v4/users", request => FakeAnswer.Json(new JsonArray([.. Users.Where(user => user.Name == request.Query["username"]).Select(user => User(user.Name))])));
    }

    public string ApiUrl => $"{Address}/api/v4";

    public FakeGitLabIssues Issues { get; }

    public FakeGitLabMergeRequests MergeRequests { get; }

    private JsonObject Settings => new()
    {
        ["id"] = 7,
        ["path_with_namespace"] = Project,
        ["merge_method"] = MergeRequests.MergeMethod,
        ["merge_trains_enabled"] = MergeRequests.HasMergeTrain,
    };

    internal static JsonObject User(string name) => new() { ["id"] = Users.Single(user => user.Name == name).Id, ["username"] = name, ["state"] = "active" };

    private static JsonObject Account(long id)
    {
        var account = User(id);
        account["bot"] = account["username"]!.GetValue<string>().StartsWith("project_", StringComparison.Ordinal);
        return account;
    }

    internal static JsonObject User(long id) => User(Users.Single(user => user.Id == id).Name);

    /// <summary>One page of a list, as the request asks for it.</summary>
    internal static FakeAnswer Page(FakeRequest request, IEnumerable<JsonObject> all)
    {
        var size = int.Parse(request.Query["per_page"] ?? PageSize.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var page = int.Parse(request.Query["page"] ?? "1", CultureInfo.InvariantCulture);
        var entries = all.ToArray();
        var more = entries.Length > page * size;
        return FakeAnswer.Json(new JsonArray([.. entries.Skip((page - 1) * size).Take(size).Select(entry => entry.DeepClone())])) with
        {
            Headers = new Dictionary<string, string> { ["X-Next-Page"] = more ? (page + 1).ToString(CultureInfo.InvariantCulture) : "" },
        };
    }

    /// <param name="path">Below the project.</param>
    internal void RouteIn(string method, string path, Func<FakeRequest, FakeAnswer> answer) =>
        Route(method, $"/api/v4/projects/{Uri.EscapeDataString(Project)}{path}", answer);

    protected override FakeAnswer? Refuse(HttpListenerRequest request) => request.Headers["Authorization"] switch
    {
        $"Bearer {Token}" => null,
        // What is private is not there for strangers.
        null => FakeAnswer.Refusal(404, "404 Project Not Found"),
        _ => FakeAnswer.Refusal(401, "401 Unauthorized"),
    };

    private static FakeAnswer ListMembers(FakeRequest request)
    {
        var asked = request.Query.GetValues("user_ids[]") ?? [];
        return Page(request, Users
            .Where(user => user.Level > 0 && asked.Contains(user.Id.ToString(CultureInfo.InvariantCulture)))
            .Select(user => new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["access_level"] = user.Level }));
    }
}
