using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Athene.Testing.GitHub;

namespace Athene.TrackerBridge.Tests.GitHubHost;

/// <summary>The server of the tests itself: what the other tests believe of it.</summary>
public sealed class GitHubServerTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient http = new();
    private readonly TemporaryDirectory folder = new();
    private GitHubServer github = null!;
    private GitHubRepository repository = null!;

    public async Task InitializeAsync()
    {
        github = await GitHubServer.StartAsync();
        repository = await github.CreateRepositoryAsync("acme/app");
        http.BaseAddress = new Uri(github.ApiUrl);
    }

    public async Task DisposeAsync() => await github.DisposeAsync();

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Push_overHttp_movesThePullRequestAndTellsOfIt()
    {
        await using var receiver = await ReceiverAsync();
        await repository.PushAsync("feat/x", "a.txt", "one\n");
        var pull = await repository.OpenPullRequestAsync("feat/x");
        await GitAsync("clone", "--quiet", "--branch", "feat/x", repository.CloneUrl, folder.Combine("clone"));
        await File.WriteAllTextAsync(folder.Combine("clone", "a.txt"), "two\n");
        await GitAsync("-C", folder.Combine("clone"), "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--all", "--message", "Two");

        await GitAsync("-C", folder.Combine("clone"), "push", "--quiet", "origin", "feat/x");

        pull.HeadSha.ShouldBe(await GitAsync("-C", folder.Combine("clone"), "rev-parse", "HEAD"));
        await Patience.UntilAsync(() => github.Webhooks.IsIdle, "all webhooks to be sent");
        github.Webhooks.Deliveries.Select(delivery => $"{delivery.Event} {(string?)JsonNode.Parse(delivery.Body)!["action"]}".Trim())
            .ShouldBe(["push", "pull_request opened", "push", "pull_request synchronize"]);
        receiver.Heard.ShouldBe(4);
    }

    [Fact]
    public async Task Merge_atTheExpectedHead_reallyMerges()
    {
        await repository.PushAsync("feat/x", "a.txt", "one\n");
        var pull = await repository.OpenPullRequestAsync("feat/x");

        var refused = await http.PutAsJsonAsync("/repos/acme/app/pulls/1/merge", new { sha = "0000000000000000000000000000000000000000" });
        var merged = await http.PutAsJsonAsync("/repos/acme/app/pulls/1/merge", new { sha = pull.HeadSha, merge_method = "squash" });

        (refused.StatusCode, merged.StatusCode).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.OK));
        (await repository.HeadOfAsync("main")).ShouldBe(pull.MergeSha);
        pull.IsMerged.ShouldBeTrue();
        (await http.PutAsJsonAsync("/repos/acme/app/pulls/1/merge", new { sha = pull.HeadSha })).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Query_withAliasesAndVariables_answersEachByItself()
    {
        await repository.PushAsync("feat/x", "a.txt", "one\n");
        var pull = await repository.OpenPullRequestAsync("feat/x", "A title");
        await pull.FailCheckAsync("build");

        var answer = await AskAsync("""
            query($o: String!, $n: String!, $p: Int!) {
              good: repository(owner: $o, name: $n) { pullRequest(number: $p) { title ...Checks author { __typename ... on User { login } ... on Bot { id } } } }
              gone: repository(owner: $o, name: "nothing") { nameWithOwner }
            }
            fragment Checks on PullRequest { statusCheckRollup { state contexts(first: 10) { nodes { ... on CheckRun { name conclusion } } } } }
            """, new { o = "acme", n = "app", p = 1 });

        var data = answer["data"]!;
        data["good"]!.ToJsonString().ShouldBe(
            """{"pullRequest":{"title":"A title","statusCheckRollup":{"state":"FAILURE","contexts":{"nodes":[{"name":"build","conclusion":"FAILURE"}]}},"author":{"__typename":"User","login":"ada"}}}""");
        data["gone"].ShouldBeNull();
        answer["errors"]![0]!["path"]!.ToJsonString().ShouldBe("""["gone"]""");
    }

    [Fact]
    public async Task Query_ofAFieldThatIsNotThere_isRefusedAsAWhole() =>
        ((string?)(await AskAsync("query { viewer { login favouriteColour } }", new { }))["errors"]![0]!["message"]).ShouldBe(
            "Field 'favouriteColour' doesn't exist on type 'User'");

    [Fact]
    public async Task Read_thatIsUnchanged_costsNothing()
    {
        var first = await http.GetAsync("/repos/acme/app/pulls");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/repos/acme/app/pulls") { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };

        (await http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        github.Limits.Used("core").ShouldBe(1);
    }

    private static async Task<string> GitAsync(params string[] arguments) =>
        (await Cli.Wrap("git").WithArguments(arguments).ExecuteBufferedAsync()).StandardOutput.Trim();

    private async Task<JsonNode> AskAsync(string query, object variables) =>
        (await (await http.PostAsJsonAsync("/graphql", new { query, variables })).Content.ReadFromJsonAsync<JsonNode>())!;

    private async Task<WebhookReceiver> ReceiverAsync()
    {
        var receiver = await WebhookReceiver.StartAsync(github.Webhooks.Secret);
        github.Webhooks.Target = receiver.Address;
        return receiver;
    }
}
