using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Athene.Cli.Output;
using Athene.Contracts.Errors;

namespace Athene.Cli.Supervision;

/// <summary>
/// Starts the sidecar and the services of one home and keeps them alive until told to stop. Agents are not its children: they go on.
/// </summary>
internal sealed class Supervisor(SupervisorOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int PortAttempts = 8;

    private readonly HealthProbe probe = new();
    private readonly Lock writing = new();
    private readonly ProcessIdentity self = ProcessIdentity.OfCurrent();
    private readonly DateTimeOffset startedAt = time.GetUtcNow();
    private SupervisedProcess? sidecar;
    private SupervisedProcess[] services = [];
    private bool stopped;

    /// <summary>What runs now.</summary>
    public RunDocument Current => new(
        [.. services.Select(service => service.State)], options.Home.StateDirectory, options.Home.LogsDirectory, sidecar?.State, self, startedAt);

    /// <summary>Starts everything; returns when all are healthy.</summary>
    /// <exception cref="AtheneException">Something did not start; whatever did has been stopped again.</exception>
    public async Task<RunDocument> StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await StartOnceAsync(RunPlan.Make(options), cancellationToken);
                return Current;
            }
            catch (StartFailure failure) when (failure.PortWasTaken && attempt < PortAttempts)
            {
                // Somebody took a port between our look and its use; the next plan looks again.
                await StopProcessesAsync();
            }
            catch (StartFailure failure)
            {
                await StopAsync();
                throw Problems.FailedWithDetail(
                    $"The service {failure.Message}.",
                    $"Its log is {LogPath(failure.AppId)}; see what is missing on this machine with: athene doctor",
                    string.Join('\n', failure.LogTail.TakeLast(15)));
            }
            catch (OperationCanceledException)
            {
                await StopAsync();
                throw;
            }
        }
    }

    /// <summary>Stops the services, then the sidecar that they still need to finish.</summary>
    public async Task StopAsync()
    {
        await StopProcessesAsync();
        lock (writing)
        {
            stopped = true;
            RunFile.Remove(options.Home);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!stopped) await StopAsync();
        foreach (var process in services) await process.DisposeAsync();
        if (sidecar is not null) await sidecar.DisposeAsync();
        probe.Dispose();
    }

    private async Task StartOnceAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.StartTimeout);
        Prepare(plan);
        sidecar = Supervise(plan.Sidecar);
        services = [.. plan.Services.Select(Supervise)];
        await HealthyAsync([sidecar], patience.Token, cancellationToken);
        await HealthyAsync(services, patience.Token, cancellationToken);
        Publish();
    }

    private void Prepare(RunPlan plan)
    {
        // Owner only: the directory holds what the run is made of, and its logs and sockets are nobody else's business.
        foreach (var directory in (string[])[options.Home.Root, options.Home.RunDirectory, options.Home.StateDirectory, options.Home.LogsDirectory])
        {
            Directory.CreateDirectory(directory);
        }

        File.WriteAllText(
            RunPlan.SidecarFilePath(options.Home),
            JsonSerializer.Serialize(plan.SidecarFile, (JsonTypeInfo<SidecarFile>)CliJson.Indented.GetTypeInfo(typeof(SidecarFile))));
    }

    private async Task HealthyAsync(SupervisedProcess[] processes, CancellationToken patience, CancellationToken cancellationToken)
    {
        // The first failure counts: the others would only be waited for in vain.
        var starting = processes.Select(process => process.StartAsync()).ToList();
        try
        {
            while (starting.Count > 0)
            {
                var done = await Task.WhenAny(starting).WaitAsync(patience);
                await done;
                starting.Remove(done);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var late = processes.First(process => !process.State.Healthy).State.AppId;
            throw new StartFailure(late, $"was not healthy after {options.StartTimeout.TotalSeconds:0} s", LogFile.Tail(LogPath(late), 15));
        }
    }

    private SupervisedProcess Supervise(ProcessPlan plan) =>
        new(plan, LogPath(plan.AppId), probe, options.Backoff, time, Publish);

    private async Task StopProcessesAsync()
    {
        await Task.WhenAll(services.Select(service => service.StopAsync()));
        if (sidecar is not null) await sidecar.StopAsync();
    }

    private void Publish()
    {
        lock (writing)
        {
            if (!stopped) RunFile.Write(options.Home, Current);
        }
    }

    private string LogPath(string appId) => Path.Combine(options.Home.LogsDirectory, $"{appId}.log");
}
