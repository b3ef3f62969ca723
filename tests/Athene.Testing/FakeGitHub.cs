using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Athene.Testing;

/// <summary>A small server on this machine that answers what Athene asks of GitHub's REST API about one repository, <see cref="Repository"/>.</summary>
public sealed class FakeGitHub : IDisposable
{
    public const string Repository = "acme/app";

    private readonly ConcurrentDictionary<string, (int Status, object Body)> answers = new();
    private readonly ConcurrentQueue<string> requests = [];
    private readonly HttpListener listener = new();

    public FakeGitHub()
    {
        ApiUrl = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}");
        listener.Prefixes.Add($"{ApiUrl}/");
        listener.Start();
        _ = ServeAsync();
    }

    public string ApiUrl { get; }

    /// <summary>What was asked so far: method, path and Authorization header.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>Headers that every answer has from now on.</summary>
    public ConcurrentDictionary<string, string> Headers { get; } = new();

    /// <summary>The address of a pull request for people.</summary>
    public static string AddressOf(int number) => string.Create(CultureInfo.InvariantCulture, $"https://github.test/{Repository}/pull/{number}");

    /// <param name="state">open, merged or closed.</param>
    /// <param name="headRepository">Where the branch is; null when that fork was deleted.</param>
    public void AddPullRequest(int number, string headBranch, string headSha, string state = "open", string? headRepository = Repository) =>
        Answer($"GET /repos/{Repository}/pulls/{number}", 200, new
        {
            html_url = AddressOf(number),
            number,
            state = state == "open" ? "open" : "closed",
            title = $"Change {number}",
            draft = false,
            merged_at = state == "merged" ? "2026-01-02T03:04:05Z" : null,
            head = new { @ref = headBranch, sha = headSha, repo = headRepository is null ? null : new { full_name = headRepository } },
            @base = new { @ref = "main", sha = headSha, repo = new { full_name = Repository } },
            user = new { login = "ada" },
        });

    /// <summary>Lets pull requests be assigned to <paramref name="login"/>; GitHub leaves out whom it may not assign.</summary>
    public void AllowAssignment(int number, string login, bool isTaken = true)
    {
        Answer("GET /user", 200, new { login });
        Answer($"POST /repos/{Repository}/issues/{number}/assignees", 201, new { assignees = isTaken ? new[] { new { login } } : [] });
    }

    /// <summary>Fixes the answer to <paramref name="request"/>, such as <c>GET /user</c>.</summary>
    public void Answer(string request, int status, object body) => answers[request] = (status, body);

    /// <summary>Begins anew: nothing was asked, and nothing is there.</summary>
    public void Clear()
    {
        answers.Clear();
        requests.Clear();
        Headers.Clear();
    }

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (await NextAsync() is { } context)
        {
            try
            {
                await AnswerAsync(context);
            }
            catch (HttpListenerException)
            {
                // Who asked has been killed meanwhile; the next one is answered all the same.
            }
        }
    }

    // Null: the test has ended.
    private async Task<HttpListenerContext?> NextAsync()
    {
        try
        {
            return await listener.GetContextAsync();
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            return null;
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = $"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}";
        requests.Enqueue($"{request} {context.Request.Headers["Authorization"]}".TrimEnd());
        var (status, body) = answers.GetValueOrDefault(request, (404, new { message = "Not Found" }));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
        await context.Response.OutputStream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body));
        context.Response.Close();
    }
}
