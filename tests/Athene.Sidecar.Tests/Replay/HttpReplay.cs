using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.Replay;

/// <summary>Sends the recorded requests of an app to a live sidecar, plays the recorded app, and compares everything that passes.</summary>
public sealed class HttpReplay(SidecarHost host, TestApp? app)
{
    /// <summary>Headers not to compare, because the recorded component has its own values for them.</summary>
    public HashSet<string> Ignored { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reading is repeated until it says what was recorded: what it shows may still be under way.</summary>
    public bool WaitForReads { get; init; }

    /// <summary>The sidecar's clock, moved as the recorded one went; null lets the real time pass.</summary>
    public FakeTimeProvider? Clock { get; init; }

    /// <summary>Runs before each case.</summary>
    public Action<string> BeforeCase { get; init; } = _ => { };

    /// <summary>Of the transport or of the recorder's client, not of the protocol.</summary>
    private static readonly HashSet<string> Incidental = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "Content-Length", "Transfer-Encoding", "Host", "Accept-Encoding", "Connection", "Keep-Alive", "Forwarded", "X-Forwarded-Host",
    };

    private readonly Placeholders placeholders = new();
    private readonly List<string> differences = [];

    /// <summary>Replays the cases in order; fails with every difference found.</summary>
    public async Task RunAsync(IEnumerable<HttpRecord> records, Func<string, bool>? isLeftOut = null)
    {
        var replayed = 0;
        foreach (var group in records.GroupBy(record => record.Case).Where(group => isLeftOut?.Invoke(group.Key) != true))
        {
            BeforeCase(group.Key);
            await RunCaseAsync([.. group]);
            replayed++;
        }

        replayed.ShouldBeGreaterThan(0);
        if (app is not null)
            while (app.Received.TryTake(out var surplus)) differences.Add($"nobody expected {surplus.Method} {surplus.Target} {surplus.Text}");
        differences.ShouldBeEmpty();
    }

    /// <summary>Compares what the app was asked when the sidecar found it; fails with every difference found.</summary>
    public void CompareIntroduction(IReadOnlyList<HttpRecord> records)
    {
        app!.Introduction.Count.ShouldBe(records.Count);
        foreach (var (record, received) in records.Zip(app.Introduction)) Take([record], received);
        differences.ShouldBeEmpty();
    }

    private async Task RunCaseAsync(IReadOnlyList<HttpRecord> records)
    {
        var answers = new ConcurrentDictionary<string, ConcurrentQueue<HttpRecord>>(
            records.Where(record => record.ToApp).GroupBy(record => record.Path).Select(group => KeyValuePair.Create(group.Key, new ConcurrentQueue<HttpRecord>(group))));
        if (app is not null) app.Handler = (context, request) => AnswerAsync(context, request, answers.GetValueOrDefault(request.Target));

        var start = Clock?.GetUtcNow() ?? default;
        foreach (var record in records.Where(record => !record.ToApp)) await SendAsync(record);
        var expected = records.Where(record => record.ToApp).ToList();
        while (expected.Count > 0) Take(expected, Next(expected[0], start));
    }

    private ReceivedRequest Next(HttpRecord expected, DateTimeOffset start)
    {
        if (Clock is null) return app!.Next();
        var at = start + expected.At;
        Clock.Advance(at > Clock.GetUtcNow() ? at - Clock.GetUtcNow() : TimeSpan.Zero);
        for (var patience = 1000; patience > 0; patience--)
        {
            if (app!.Received.TryTake(out var request, TimeSpan.FromMilliseconds(10))) return request;
            // The sidecar may have counted from a moment later than the recorded one did.
            Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        throw new TimeoutException($"{expected.Case}: the app was not asked {expected.Method} {expected.Path} after {expected.At}.");
    }

    private async Task SendAsync(HttpRecord record)
    {
        var before = differences.Count;
        var known = placeholders.Snapshot();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await SendOnceAsync(record);
        while (WaitForReads && record.Method == "GET" && differences.Count > before && !limit.IsCancellationRequested)
        {
            differences.RemoveRange(before, differences.Count - before);
            placeholders.Restore(known);
            await SendOnceAsync(record);
        }
    }

    private async Task SendOnceAsync(HttpRecord record)
    {
        using var request = new HttpRequestMessage(new HttpMethod(record.Method), record.Path);
        if (record.RequestBody is { } body) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(placeholders.Fill(Encoding.UTF8.GetString(body))));
        if (record.RequestBody is { } raw && Encoding.UTF8.GetString(raw).Contains('\uFFFD')) request.Content = new ByteArrayContent(raw);
        foreach (var (name, value) in record.RequestHeaders.Where(header => header.Key is not ("Host" or "Content-Length") && header.Value.Length > 0))
            if (!request.Headers.TryAddWithoutValidation(name, placeholders.Fill(value)))
                (request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);

        using var response = await host.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode != record.Status) differences.Add($"{record.Case}: status {(int)response.StatusCode} instead of {record.Status}; body {text}");
        Compare(record.Case, record.ResponseHeaders, response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        CompareText(record.Case, record.ResponseBody, text);
    }

    private void Take(List<HttpRecord> expected, ReceivedRequest received)
    {
        // Deliveries that run side by side may arrive in another order than they once did.
        var record = expected.FirstOrDefault(candidate => candidate.Path == received.Target && IsSame(candidate.RequestBody, received.Body))
            ?? expected.FirstOrDefault(candidate => candidate.Path == received.Target) ?? expected[0];
        expected.Remove(record);
        if (record.Method != received.Method || record.Path != received.Target)
            differences.Add($"{record.Case}: the app got {received.Method} {received.Target} instead of {record.Method} {record.Path}");
        Compare(record.Case + " (to the app)", record.RequestHeaders, received.Headers);
        CompareText(record.Case + " (to the app)", record.RequestBody, received.Text);
    }

    private bool IsSame(byte[]? recorded, byte[] actual) => placeholders.Matches(Encoding.UTF8.GetString(recorded ?? []), Encoding.UTF8.GetString(actual));

    private void CompareText(string where, byte[]? recorded, string actual)
    {
        var text = Encoding.UTF8.GetString(recorded ?? []);
        if (!placeholders.Matches(text, actual)) differences.Add($"{where}: body\n  {actual}\ninstead of\n  {placeholders.Fill(text)}");
    }

    private void Compare(string where, IReadOnlyDictionary<string, string> recorded, IReadOnlyDictionary<string, string> actual)
    {
        foreach (var (name, value) in recorded.Where(header => IsOfInterest(header.Key, header.Value)))
        {
            if (!actual.TryGetValue(name, out var real)) differences.Add($"{where}: header {name} is missing");
            else if (!placeholders.Matches(value, real)) differences.Add($"{where}: header {name} is '{real}' instead of '{placeholders.Fill(value)}'");
        }

        foreach (var (name, value) in actual.Where(header => IsOfInterest(header.Key, header.Value) && !recorded.ContainsKey(header.Key)))
            differences.Add($"{where}: header {name}: {value} was not recorded");
    }

    private bool IsOfInterest(string name, string value) => !Ignored.Contains(name) && !Incidental.Contains(name) && !value.StartsWith("Go-http-client", StringComparison.Ordinal);

    private async Task AnswerAsync(HttpContext context, ReceivedRequest request, ConcurrentQueue<HttpRecord>? answers)
    {
        if (answers is null || !answers.TryDequeue(out var answer)) return;
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.ResponseHeaders.Where(header => header.Value.Length > 0 && header.Value[0] != '<')) context.Response.Headers[name] = value;
        if (answer.ResponseBody is not { } body || context.Request.Method == "HEAD") return;
        var text = Encoding.UTF8.GetString(body);
        if (!Placeholders.IsIn(text))
        {
            await context.Response.Body.WriteAsync(body);
            return;
        }

        // The recorded app answered with ids out of the request.
        _ = IsSame(answer.RequestBody, request.Body);
        await context.Response.WriteAsync(placeholders.Fill(text));
    }
}
