using Athene.Sidecar.PubSub;
using Athene.Sidecar.State;
using Athene.Sidecar.Workflows;

namespace Athene.Sidecar.Hosting;

/// <summary>Removes what is no longer needed: expired state, settled messages, workflows that finished long ago.</summary>
internal sealed partial class Housekeeping(
    SidecarOptions options, StateStore state, MessageStore messages, WorkflowEngines engines, TimeProvider clock, ILogger<Housekeeping> logger) : BackgroundService
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
        if (options.FinishedWorkflowRetention is { } retention)
            foreach (var engine in engines.All) engine.PurgeFinishedBefore(now - retention);
    }

    [LoggerMessage(LogLevel.Error, "Housekeeping failed; it is tried again in an hour")]
    private partial void LogFailed(Exception exception);
}
