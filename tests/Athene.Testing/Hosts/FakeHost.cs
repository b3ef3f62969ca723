using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Athene.Testing.Hosts;

/// <summary>
/// A small server on this machine in place of a host on the internet. It keeps what it is told, answers one request after another, and refuses a wrong token,
/// and a body that is not JSON.
/// </summary>
public abstract class FakeHost : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly List<(string Method, Regex Path, Func<FakeRequest, FakeAnswer> Answer)> routes = [];
    private readonly ConcurrentQueue<string> requests = [];
    private readonly ConcurrentQueue<FakeAnswer> interruptions = [];

    protected FakeHost()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}");
        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Method and path of what was asked so far, with the query.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>Answers the next requests so, one each, whatever they ask.</summary>
    public void Interrupt(params FakeAnswer[] answers) => Array.ForEach(answers, interruptions.Enqueue);

    public void Dispose()
    {
        listener.Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Null when the caller may ask, else why not.</summary>
    protected abstract FakeAnswer? Refuse(HttpListenerRequest request);

    /// <param name="path">A regular expression for the whole path as it comes, still escaped.</param>
    protected void Route(string method, string path, Func<FakeRequest, FakeAnswer> answer) =>
        routes.Add((method, new Regex($"^{path}$", RegexOptions.CultureInvariant), answer));

    private async Task ServeAsync()
    {
        try
        {
            while (true) await AnswerAsync(await listener.GetContextAsync());
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        requests.Enqueue($"{context.Request.HttpMethod} {context.Request.RawUrl}");
        var answer = await AnswerToAsync(context.Request);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        try
        {
            await context.Response.OutputStream.WriteAsync(answer.Body);
            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // Whoever asked has gone; others may still ask.
        }
    }

    private async Task<FakeAnswer> AnswerToAsync(HttpListenerRequest request)
    {
        if (interruptions.TryDequeue(out var interruption)) return interruption;
        if (Refuse(request) is { } refusal) return refusal;
        JsonObject? body = null;
        if (request.HasEntityBody)
        {
            if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is not true) return FakeAnswer.Refusal(415, "JSON is wanted");
            body = (await JsonNode.ParseAsync(request.InputStream))!.AsObject();
        }

        var path = request.RawUrl!.Split('?')[0];
        foreach (var (method, pattern, answer) in routes)
        {
            if (method == request.HttpMethod && pattern.Match(path) is { Success: true } match) return answer(new FakeRequest(match, request.QueryString, body));
        }

        return FakeAnswer.Refusal(404, "404 Not Found");
    }
}
