namespace Athene.Cli.Supervision;

/// <summary>Asks a process whether it is well.</summary>
internal sealed class HealthProbe : IDisposable
{
    /// <summary>In the answers to health questions: the run that the process belongs to.</summary>
    private const string RunHeader = "Athene-Run";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout };

    /// <param name="run">The run that must answer: a process of another home may listen where ours is about to.</param>
    public async Task<bool> IsHealthyAsync(Uri address, CancellationToken cancellationToken, string? run = null)
    {
        try
        {
            using var response = await http.GetAsync(address, cancellationToken);
            return response.IsSuccessStatusCode && !IsOfAnotherRun(response, run);
        }
        catch (HttpRequestException)
        {
            // Not listening yet, or no more: that is the answer.
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // No answer within the time limit.
            return false;
        }
    }

    public static Uri OfService(int port) => new($"http://127.0.0.1:{port}/healthz");

    /// <summary>The sidecar without its app: what an app waits for before it uses Dapr.</summary>
    public static Uri OfSidecar(int daprHttpPort) => new($"http://127.0.0.1:{daprHttpPort}/v1.0/healthz/outbound");

    public void Dispose() => http.Dispose();

    private static bool IsOfAnotherRun(HttpResponseMessage response, string? run) =>
        run is not null && response.Headers.TryGetValues(RunHeader, out var answered) && !answered.Contains(run);
}
