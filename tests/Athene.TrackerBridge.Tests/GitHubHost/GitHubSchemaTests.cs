using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Contracts.PullRequests;
using Athene.Testing.GitHub;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Tests.GitHub;

namespace Athene.TrackerBridge.Tests.GitHubHost;

/// <summary>That the server of the tests answers as GitHub does, and that the bridge asks what GitHub knows.</summary>
public sealed class GitHubSchemaTests(GitHubSchemas schemas) : IClassFixture<GitHubSchemas>, IAsyncLifetime
{
    private GitHubBench bench = null!;
    private GitHubPull pull = null!;

    public async Task InitializeAsync()
    {
        bench = await GitHubBench.StartAsync();
        pull = await GitHubBench.OpenAsync(await bench.GitHub.CreateRepositoryAsync("acme/app"));
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Answers_ofTheServer_areAsTheDescriptionSays()
    {
        var job = await pull.FailCheckAsync("build");
        var lint = await pull.FailAppCheckAsync("lint", "Title", "Summary", new GitHubAnnotation("a.txt", 1, "failure", "Unused."));
        await pull.SetStatusAsync("ci/legacy", "failure", "It broke", "https://ci.example.com/1");
        const string Repository = "/repos/{owner}/{repo}";

        await HoldsAsync("/user", "/user");
        await HoldsAsync(Repository, "/repos/acme/app");
        await HoldsAsync($"{Repository}/pulls", "/repos/acme/app/pulls");
        await HoldsAsync($"{Repository}/pulls/{{pull_number}}", "/repos/acme/app/pulls/1");
        await HoldsAsync($"{Repository}/commits/{{ref}}/check-runs", $"/repos/acme/app/commits/{pull.HeadSha}/check-runs");
        await HoldsAsync($"{Repository}/commits/{{ref}}/status", $"/repos/acme/app/commits/{pull.HeadSha}/status");
        await HoldsAsync($"{Repository}/actions/jobs/{{job_id}}", $"/repos/acme/app/actions/jobs/{job.Id}");
        await HoldsAsync($"{Repository}/check-runs/{{check_run_id}}/annotations", $"/repos/acme/app/check-runs/{lint.Id}/annotations");
        await HoldsAsync($"{Repository}/pulls/{{pull_number}}/merge", "/repos/acme/app/pulls/1/merge", HttpMethod.Put, new { sha = pull.HeadSha });
        await HoldsAsync($"{Repository}/pulls/{{pull_number}}", "/repos/acme/app/pulls/1");
        await HoldsAsync("/app/installations/{installation_id}/access_tokens", "/app/installations/7/access_tokens", HttpMethod.Post, status: 201);
    }

    [Fact]
    public void Description_hasSomethingAgainstAnAnswerThatIsWrong() =>
        schemas.ProblemsOf("/repos/{owner}/{repo}/pulls/{pull_number}/merge", "put", 200, JsonSerializer.SerializeToElement(new { merged = "yes", sha = "a" }))
            .ShouldBe([": message is missing", "/merged: \"yes\" is no boolean"]);

    [Fact]
    public async Task Queries_ofTheBridge_areWithinTheSchema()
    {
        foreach (var number in Enumerable.Range(1, 101)) await pull.StartCheckAsync($"check {number}");
        foreach (var number in Enumerable.Range(1, 51)) await pull.CommentAsync("grace", "a.txt", number, "Remark");
        foreach (var number in Enumerable.Range(1, 101)) await pull.ReplyAsync(pull.OpenThreads[0], "ada", $"Answer {number}");
        PullRequestQuery[] queries = [new("acme/app", null, 1, null), new("acme/app", null, null, "feat/x")];
        await bench.Get<IPullRequestReader>().ReadAsync(queries, CancellationToken.None);
        await bench.Get<IChangeProbe>().ChangedAsync(queries, CancellationToken.None);
        pull.Repository.HasMergeQueue = true;
        await bench.Get<IPullRequestMerger>().MergeAsync(new MergeRequest(new PullRequestLookup("app", "1", Repo: "acme/app"), pull.HeadSha), 1, CancellationToken.None);

        var documents = bench.GitHub.Requests.Where(request => request.Target == "/graphql").Select(request => (string)JsonNode.Parse(request.Body)!["query"]!).Distinct().ToArray();

        documents.Length.ShouldBe(8);
        (await schemas.ProblemsOfAsync(documents)).ShouldBeEmpty();
        (await schemas.ProblemsOfAsync(["query { viewer { favouriteColour } }"])).ShouldHaveSingleItem().ShouldContain("favouriteColour");
    }

    private async Task HoldsAsync(string path, string address, HttpMethod? method = null, object? body = null, int status = 200)
    {
        using var http = new HttpClient { BaseAddress = new Uri(bench.GitHub.ApiUrl) };
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address) { Content = JsonContent.Create(body ?? new { }) };
        using var answer = await http.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(status);
        var document = await answer.Content.ReadFromJsonAsync<JsonElement>();
        schemas.ProblemsOf(path, request.Method.Method.ToLowerInvariant(), status, document).ShouldBeEmpty(address);
    }
}
