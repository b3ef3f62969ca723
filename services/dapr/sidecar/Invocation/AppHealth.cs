using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Invocation;

/// <summary>Asks an app regularly whether it is healthy.</summary>
internal sealed class AppHealth(AppChannel channel, HostedApp app, AppHealthCheck check, TimeProvider clock)
{
    private int failures;

    /// <summary>Probes until cancelled; <paramref name="changed"/> runs each time the app has become unhealthy (false) or healthy (true).</summary>
    public async Task FollowAsync(Func<bool, Task> changed, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(check.ProbeInterval, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (await IsHealthyAsync(cancellationToken))
            {
                if (failures >= check.Threshold) await changed(true);
                failures = 0;
            }
            else if (++failures == check.Threshold)
            {
                await changed(false);
            }
        }
    }

    private async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(check.ProbeTimeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, check.Path));
        try
        {
            using var response = await channel.SendAsync(app, request, limit.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
