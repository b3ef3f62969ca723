using System.Collections.Concurrent;
using System.Net;
using Athene.Testing.GitHub.Git;
using Athene.Testing.GitHub.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Athene.Testing.GitHub;

/// <summary>
/// A host on this machine that behaves like GitHub in what Athene uses: git over HTTP, REST, GraphQL, limits, webhooks. What happens at it happens
/// because a test says so, or because somebody pushes or calls.
/// </summary>
public sealed class GitHubServer : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, GitHubRepository> repositories = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<GitHubRequest> requests = [];
    private readonly WebApplication application;
    private readonly TimeProvider time;
    private long ids;
    private int isDisposed;

    private GitHubServer(WebApplication application, TimeProvider time) => (this.application, this.time) = (application, time);

    /// <summary>The address for people, and of the REST API: <c>/graphql</c> is beside it.</summary>
    public string Address => application.Urls.Single();

    /// <summary>What a configuration's <c>apiUrl</c> must say.</summary>
    public string ApiUrl => Address;

    public GitHubLimits Limits { get; } = new();

    public GitHubWebhooks Webhooks { get; } = new();

    /// <summary>Whose token it is that callers bring.</summary>
    public string Viewer { get; set; } = "grace";

    /// <summary>The token that is asked for; null: any, or none.</summary>
    public string? RequiredToken { get; set; }

    /// <summary>What was asked of the APIs so far, in order; what git asked is not in it.</summary>
    public IReadOnlyList<GitHubRequest> Requests => [.. requests];

    internal DateTimeOffset Now => time.GetUtcNow();

    public static async Task<GitHubServer> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var server = new GitHubServer(builder.Build(), time ?? TimeProvider.System);
        server.application.Use(server.TakeTurnAsync);
        server.application.MapApis(server);
        server.application.MapFallback("/{owner}/{name}.git/{**rest}", context => GitHttpBackend.ServeAsync(context, server.folder.Path));
        await server.application.StartAsync();
        return server;
    }

    /// <summary>A repository with one commit on <c>main</c>.</summary>
    /// <param name="fullName"><c>owner/name</c>.</param>
    public async Task<GitHubRepository> CreateRepositoryAsync(string fullName)
    {
        var bare = await BareRepository.CreateAsync(folder.Combine($"{fullName}.git"));
        var repository = new GitHubRepository(this, fullName, bare);
        repositories[fullName] = repository;
        await repository.PushAsync("main", "README.md", "# A project\n");
        return repository;
    }

    /// <summary>Names that repositories had before: REST answers with a redirect to what they are called now.</summary>
    public Dictionary<string, string> FormerNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The repository is gone, as far as anybody can see.</summary>
    public void DeleteRepository(string fullName) => repositories.TryRemove(fullName, out _);

    public async ValueTask DisposeAsync()
    {
        // A test may take it away in its middle.
        if (Interlocked.Exchange(ref isDisposed, 1) == 1) return;
        using var atOnce = new CancellationTokenSource(0);
        await application.StopAsync(atOnce.Token);
        await application.DisposeAsync();
        await Webhooks.DisposeAsync();
        turn.Dispose();
        folder.Dispose();
    }

    internal long NextId() => Interlocked.Increment(ref ids);

    internal GitHubRepository? Find(string owner, string name) => repositories.GetValueOrDefault($"{owner}/{name}");

    internal IEnumerable<GitHubRepository> All => repositories.Values;

    internal void Note(GitHubRequest request) => requests.Enqueue(request);

    /// <summary>One change or question at a time: nobody sees half of another one's.</summary>
    internal async Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        await turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }

    private Task TakeTurnAsync(HttpContext context, RequestDelegate next) => InTurnAsync(async () =>
    {
        if (context.Request.Path.Value!.Contains(".git/", StringComparison.Ordinal)) await next(context);
        else await ApiConversation.AnswerAsync(this, context, next);
        foreach (var repository in repositories.Values) await repository.SyncAsync();
        return true;
    });
}
