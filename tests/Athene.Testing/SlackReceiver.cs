using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Athene.Testing;

/// <summary>
/// A small server on this machine in place of Slack: an incoming webhook, and of the Web API what a bot needs to write to a channel and to read it.
/// Messages beyond Slack's limits are refused as Slack refuses them.
/// </summary>
public sealed class SlackReceiver : IDisposable
{
    public const string Token = "xoxb-token-of-the-test";

    public const string ChannelId = "C0TEST";

    private readonly ConcurrentQueue<SlackPost> posts = [];
    private readonly ConcurrentQueue<Func<HttpListenerContext, Task>> faults = [];
    private readonly HttpListener listener = new();
    private readonly string root = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}");
    private int lastTs;
    private int requests;

    public SlackReceiver()
    {
        listener.Prefixes.Add($"{root}/");
        listener.Start();
        _ = ServeAsync();
    }

    public string WebhookUrl => $"{root}/services/T0/B0/secret-of-the-webhook";

    public string ApiUrl => $"{root}/api/";

    /// <summary>The messages that were taken, in order.</summary>
    public IReadOnlyList<SlackPost> Posts => [.. posts];

    /// <summary>How often anything was asked, refused or not.</summary>
    public int Requests => requests;

    /// <summary>Whether a bot may read the channel (channels:history).</summary>
    public bool IsReadable { get; set; } = true;

    /// <summary>The word that reading the channel is refused with; null: it is not.</summary>
    public string? ReadingRefusal { get; set; }

    /// <summary>The word that the Web API refuses everything with; null: it does not.</summary>
    public string? Refusal { get; set; }

    /// <summary>Runs as soon as a message was taken and before it is answered: the moment to kill whoever sent it.</summary>
    public Action<SlackPost> Taken { get; set; } = _ => { };

    /// <summary>Answers the next request with this instead of looking at it.</summary>
    public void FailNext(int status, string? retryAfter = null, string body = "") => faults.Enqueue(context =>
    {
        if (retryAfter is not null) context.Response.Headers["Retry-After"] = retryAfter;
        return AnswerAsync(context, status, body);
    });

    /// <summary>Takes the next message, and breaks the connection off in the middle of the answer.</summary>
    public void BreakOffNext() => faults.Enqueue(async context =>
    {
        Take(context, await BodyAsync(context));
        context.Response.ContentLength64 = 1000;
        await context.Response.OutputStream.WriteAsync("{\"ok\""u8.ToArray());
        context.Response.Abort();
    });

    /// <summary>Leaves the next request without an answer.</summary>
    public void HangNext() => faults.Enqueue(_ => Task.CompletedTask);

    /// <summary>All messages are deleted.</summary>
    public void Forget() => posts.Clear();

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                _ = ServeAsync(context);
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        Interlocked.Increment(ref requests);
        try
        {
            if (faults.TryDequeue(out var fault)) await fault(context);
            else await AnswerAsync(context);
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or IOException)
        {
            // Whoever asked was killed meanwhile.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        if (path.StartsWith("/services/", StringComparison.Ordinal))
        {
            var body = await BodyAsync(context);
            var wrong = SlackLimits.Check(body);
            if (wrong is null) Take(context, body);
            await AnswerAsync(context, wrong is null ? 200 : 400, wrong ?? "ok");
            return;
        }

        await AnswerAsync(context, 200, (await MethodAsync(context, path["/api/".Length..])).ToJsonString());
    }

    private async Task<JsonObject> MethodAsync(HttpListenerContext context, string method)
    {
        if (Refusal is { } refusal) return Error(refusal);
        if (context.Request.Headers["Authorization"] != $"Bearer {Token}") return Error("invalid_auth");
        return method switch
        {
            "auth.test" => new JsonObject { ["ok"] = true, ["team"] = "Test" },
            "chat.postMessage" => Post(context, await BodyAsync(context)),
            "conversations.history" or "conversations.replies" => Read(context.Request.QueryString["channel"], context.Request.QueryString["ts"]),
            _ => Error("unknown_method"),
        };
    }

    private JsonObject Post(HttpListenerContext context, JsonObject body)
    {
        if ((string?)body["channel"] is not { Length: > 0 }) return Error("channel_not_found");
        if (SlackLimits.Check(body) is { } wrong) return Error(wrong);
        if ((string?)body["thread_ts"] is { } thread && posts.All(post => post.Ts != thread)) return Error("thread_not_found");
        return new JsonObject { ["ok"] = true, ["channel"] = ChannelId, ["ts"] = Take(context, body).Ts };
    }

    // A channel may be written to by its name, but only its id opens it to be read.
    private JsonObject Read(string? channel, string? thread)
    {
        if (ReadingRefusal is { } refusal) return Error(refusal);
        if (!IsReadable) return Error("missing_scope");
        return channel == ChannelId ? History(thread) : Error("channel_not_found");
    }

    private JsonObject History(string? thread) => new()
    {
        ["ok"] = true,
        ["messages"] = new JsonArray([.. posts.Where(post => post.ThreadTs == thread || post.Ts == thread)
            .Select(post => new JsonObject { ["ts"] = post.Ts, ["metadata"] = post.Body["metadata"]?.DeepClone() })]),
    };

    private SlackPost Take(HttpListenerContext context, JsonObject body)
    {
        var post = new SlackPost(
            string.Create(CultureInfo.InvariantCulture, $"1700000000.{Interlocked.Increment(ref lastTs):000000}"), body, context.Request.Headers["Authorization"]);
        posts.Enqueue(post);
        Taken(post);
        return post;
    }

    private static JsonObject Error(string word) => new() { ["ok"] = false, ["error"] = word };

    private static async Task<JsonObject> BodyAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        return JsonNode.Parse(await reader.ReadToEndAsync()) as JsonObject ?? throw new JsonException("The body is no object.");
    }

    private static async Task AnswerAsync(HttpListenerContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
    }
}
