using System.Text.Json;
using Athene.Configuration;
using Athene.Testing.GitHub;
using Athene.TrackerBridge.Budget;
using Athene.TrackerBridge.GitHub;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using GitHubRepository = Athene.Testing.GitHub.GitHubRepository;

namespace Athene.TrackerBridge.Tests.GitHub;

/// <summary>The parts of the bridge that talk to GitHub, put together as the service does, at a GitHub of the test's own; and a secret store.</summary>
internal sealed class GitHubBench : IAsyncDisposable
{
    private const string NotThere = """{"errorCode":"ERR_SECRET_GET","message":"secret not found"}""";

    private readonly TestApp secretStore;
    private readonly WebApplication parts;

    private GitHubBench(GitHubServer github, TestApp secretStore, WebApplication parts) => (GitHub, this.secretStore, this.parts) = (github, secretStore, parts);

    public GitHubServer GitHub { get; }

    public T Get<T>()
        where T : notnull => parts.Services.GetRequiredService<T>();

    public static async Task<GitHubBench> StartAsync(AtheneConfiguration? configuration = null, TimeProvider? time = null, params (string Name, string Value)[] secrets)
    {
        var github = await GitHubServer.StartAsync();
        var store = await TestApp.StartAsync();
        store.Handler = (context, request) => AnswerSecretAsync(context, request.Target.Split('/', '?')[4], secrets);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("GITHUB_API_URL", (string?)github.ApiUrl)]);
        builder.Services.AddSingleton(configuration ?? new AtheneConfiguration());
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(new DaprClientBuilder().UseHttpEndpoint($"http://127.0.0.1:{store.Port}").Build());
        builder.Services.AddSingleton<OwnerSecrets>();
        builder.Services.AddHostBudgets();
        builder.AddGitHub();
        return new GitHubBench(github, store, builder.Build());
    }

    /// <summary>Reads one pull request with all parts.</summary>
    public async Task<PullRequestReading> ReadAsync(int number, string repository = "acme/app") =>
        (await Get<IPullRequestReader>().ReadAsync([new PullRequestQuery(repository, null, number, null)], CancellationToken.None)).ShouldHaveSingleItem();

    /// <summary>A pull request whose branch changes one file of its own.</summary>
    public static async Task<GitHubPull> OpenAsync(GitHubRepository repository, string branch = "feat/x")
    {
        await repository.PushAsync(branch, $"{branch.Replace('/', '-')}.txt", "one\n");
        return await repository.OpenPullRequestAsync(branch);
    }

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        await secretStore.DisposeAsync();
        await GitHub.DisposeAsync();
    }

    private static Task AnswerSecretAsync(HttpContext context, string name, (string Name, string Value)[] secrets)
    {
        var value = secrets.FirstOrDefault(secret => secret.Name == name).Value;
        context.Response.StatusCode = value is null ? 500 : 200;
        return context.Response.WriteAsync(value is null ? NotThere : JsonSerializer.Serialize(new Dictionary<string, string> { [name] = value }));
    }
}
