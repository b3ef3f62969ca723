using Athene.Configuration;

namespace Athene.Cli.Supervision;

/// <summary>Waits for a run that another process is starting.</summary>
internal static class ReadyRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    public static async Task<RunDocument> WaitAsync(AtheneHome home, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (RunFile.Read(home) is { IsReady: true } run) return run;
            if (time.GetElapsedTime(started) > Patience || IsGone(home))
            {
                throw Problems.Failed(
                    $"Another athene up for {home.Root} did not get its services healthy.",
                    $"Look into {home.LogsDirectory}, or start over with: athene down && athene up --detach");
            }

            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    private static bool IsGone(AtheneHome home)
    {
        using var free = RunLock.TryTake(home);
        return free is not null;
    }
}
