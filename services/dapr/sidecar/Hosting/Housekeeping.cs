using Athene.Sidecar.PubSub;
using Athene.Sidecar.State;

namespace Athene.Sidecar.Hosting;

/// <summary>Removes what is no longer needed: expired state and settled messages.</summary>
internal sealed partial class Housekeeping(
    SidecarOptions options, StateStore state, MessageStore messages, TimeProvider clock, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Run();
            }
            catch (Microsoft.Data.Sqlite.SqliteException e)
            {
                LogFailed(e);
            }
        }
    }

    private void Run()
    {
        var now = clock.GetUtcNow();
        state.RemoveExpired();
        messages.RemoveOld(now - options.MessageRetention);
    }

    [LoggerMessage(LogLevel.Error, "Housekeeping failed; it is tried again in an hour")]
    private partial void LogFailed(Exception exception);
}
