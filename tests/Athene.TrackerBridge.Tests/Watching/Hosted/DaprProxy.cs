using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Athene.TrackerBridge.Tests.Watching.Hosted;

/// <summary>Stands between the bridge and its sidecar, so that the bridge can be struck at each of its calls.</summary>
internal sealed class DaprProxy : IAsyncDisposable
{
    private static readonly string[] NotCopied = ["Host", "Content-Length", "Content-Type", "Transfer-Encoding", "Connection"];

    private readonly HttpClient sidecar = new(new SocketsHttpHandler { UseProxy = false });
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TestApp app;
    private Strike? strike;

    private DaprProxy(TestApp app)
    {
        this.app = app;
        app.Handler = ForwardAsync;
    }

    public int Port => app.Port;

    public static async Task<DaprProxy> StartAsync() => new(await TestApp.StartAsync());

    /// <summary>Says where the sidecar is; calls wait until then.</summary>
    public void ForwardTo(int sidecarPort) => port.TrySetResult(sidecarPort);

    /// <summary>Kills with the n-th call from now: before the sidecar hears of it, or after it has done it and before the bridge knows.</summary>
    public Strike StrikeAt(int call, bool afterwards, Action kill) => strike = new Strike(call, afterwards, kill);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        sidecar.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, ReceivedRequest request)
    {
        var hit = strike is { } armed && armed.Take() ? armed : null;
        if (hit is { Afterwards: false })
        {
            hit.CarryOut();
            return;
        }

        var sidecarPort = await port.Task;
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{sidecarPort}{request.Target}");
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), address);
        if (request.Body.Length > 0 || request.Headers.ContainsKey("Content-Type"))
        {
            forwarded.Content = new ByteArrayContent(request.Body);
            if (request.Headers.TryGetValue("Content-Type", out var type)) forwarded.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in request.Headers.Where(header => !NotCopied.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            forwarded.Headers.TryAddWithoutValidation(name, value);
        using var answer = await sidecar.SendAsync(forwarded);
        if (hit is not null)
        {
            hit.CarryOut();
            return;
        }

        await AnswerAsync(context.Response, answer);
    }

    private static async Task AnswerAsync(HttpResponse response, HttpResponseMessage answer)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!NotCopied.Except(["Content-Type"]).Contains(name, StringComparer.OrdinalIgnoreCase)) response.Headers[name] = values.ToArray();
        }

        if (answer.StatusCode is not HttpStatusCode.NoContent) await response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>One blow, at one call.</summary>
    internal sealed class Strike(int call, bool afterwards, Action kill)
    {
        private readonly TaskCompletionSource struck = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = call;

        public bool Afterwards { get; } = afterwards;

        public bool HasStruck => struck.Task.IsCompleted;

        /// <summary>Strikes no more. True: it has struck.</summary>
        public async Task<bool> EndAsync()
        {
            if (Interlocked.Exchange(ref left, int.MaxValue) > 0) return false;
            await struck.Task;
            return true;
        }

        public bool Take() => Interlocked.Decrement(ref left) == 0;

        public void CarryOut()
        {
            kill();
            struck.SetResult();
        }
    }
}
