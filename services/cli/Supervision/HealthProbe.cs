namespace Athene.Cli.Supervision;

/// <summary>Asks a process whether it is well.</summary>
internal sealed class HealthProbe : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout };

    public async Task<bool> IsHealthyAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(address, cancellationToken);
            return response.IsSuccessStatusCode;
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
}
