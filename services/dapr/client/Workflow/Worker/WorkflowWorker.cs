using System.Collections.Concurrent;
using System.Diagnostics;
using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>
/// Takes work items from the sidecar and answers them, for as long as the app lives: comes back after every loss of the
/// stream, at once and then with growing pauses up to <see cref="LongestPause"/>.
/// </summary>
internal sealed partial class WorkflowWorker(TaskHub hub, WorkItemRunner runner, TimeProvider time, ILogger<WorkflowWorker> logger)
    : BackgroundService
{
    private const int MaxConcurrentWorkflows = 100;
    private const int MaxConcurrentActivities = 100;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HelloPeriod = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim workflows = new(MaxConcurrentWorkflows);
    private readonly SemaphoreSlim activities = new(MaxConcurrentActivities);
    private readonly ConcurrentDictionary<string, ActivityRequest> running = new(StringComparer.Ordinal);

    private readonly Drain drain = new();

    /// <summary>Begins nothing new, and lets what is under way answer for as long as <paramref name="cancellationToken"/> allows; the rest is sent to the next worker.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await drain.CloseAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        workflows.Dispose();
        activities.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The stream is nobody's request: its spans would never end.
        Activity.Current = null;
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            var opened = time.GetTimestamp();
            try
            {
                await ServeAsync(stoppingToken);
                LogStreamEnded(logger, hub.Address);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost) when (lost is GrpcException or OperationCanceledException or IOException or HttpRequestException)
            {
                LogStreamLost(logger, hub.Address, lost.Message);
            }

            pause = time.GetElapsedTime(opened) > LongestPause ? TimeSpan.Zero : NextPause(pause);
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static TimeSpan NextPause(TimeSpan pause) =>
        pause == TimeSpan.Zero ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private async Task ServeAsync(CancellationToken stopping)
    {
        LogConnecting(logger, hub.Address);
        using var stream = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var keepAlive = KeepAliveAsync(stream);
        try
        {
            await foreach (var item in hub.GetWorkItemsAsync(stream.Token))
                _ = Task.Run(() => HandleAsync(item, stopping), stopping);
        }
        finally
        {
            await stream.CancelAsync();
            await keepAlive;
        }
    }

    /// <summary>Says hello every 30 s, and gives up the stream when nobody answers: a half-open connection says nothing by itself.</summary>
    private async Task KeepAliveAsync(CancellationTokenSource stream)
    {
        using var timer = new PeriodicTimer(HelloPeriod, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stream.Token))
                await hub.HelloAsync(stream.Token).WaitAsync(HelloPeriod, time, stream.Token);
        }
        catch (OperationCanceledException) when (stream.IsCancellationRequested)
        {
            return;
        }
        catch (Exception silent) when (silent is GrpcException or TimeoutException)
        {
            LogKeepAliveFailed(logger, hub.Address, silent.Message);
            await stream.CancelAsync();
        }
    }

    private async Task HandleAsync(WorkItem item, CancellationToken stopping)
    {
        try
        {
            if (item.WorkflowRequest is { } turn) await HandleAsync(turn, item.CompletionToken, stopping);
            if (item.ActivityRequest is { } activity) await HandleAsync(activity, item.CompletionToken, stopping);
        }
        catch (Exception unexpected) when (!stopping.IsCancellationRequested)
        {
            // One item must not end the others; the sidecar sends it again to the next stream.
            LogItemFailed(logger, unexpected, item.WorkflowRequest?.InstanceId ?? item.ActivityRequest?.WorkflowInstance?.InstanceId);
        }
    }

    private Task HandleAsync(WorkflowRequest request, string token, CancellationToken stopping) => WhenFreeAsync(
        workflows,
        async () =>
        {
            var response = await runner.RunAsync(request);
            await AnswerAsync(request.InstanceId, () => SendAsync(response), tooLong => SendAsync(TurnAnswer.Failed(request, tooLong)));

            Task SendAsync(WorkflowResponse answer)
            {
                answer.CompletionToken = token;
                return hub.CompleteAsync(answer, stopping);
            }
        },
        stopping);

    private async Task HandleAsync(ActivityRequest request, string token, CancellationToken stopping)
    {
        // A sidecar that comes back sends again what it has no answer to; what still runs here will answer it.
        var key = $"{request.WorkflowInstance.InstanceId}/{request.TaskId}/{request.TaskExecutionId}";
        if (!running.TryAdd(key, request))
        {
            LogAlreadyRunning(logger, request.Name, request.WorkflowInstance.InstanceId);
            return;
        }

        try
        {
            await WhenFreeAsync(
                activities,
                async () =>
                {
                    var response = await runner.RunAsync(request);
                    await AnswerAsync(response.InstanceId, () => SendAsync(response), tooLong => SendAsync(
                        new ActivityResponse { InstanceId = response.InstanceId, TaskId = response.TaskId, FailureDetails = Failures.Of(tooLong) }));
                },
                stopping);
        }
        finally
        {
            running.TryRemove(key, out _);
        }

        Task SendAsync(ActivityResponse answer)
        {
            answer.CompletionToken = token;
            return hub.CompleteAsync(answer, stopping);
        }
    }

    /// <summary>Does something when one of the <paramref name="places"/> is free, unless the worker is stopping by then.</summary>
    private async Task WhenFreeAsync(SemaphoreSlim places, Func<Task> work, CancellationToken stopping)
    {
        await places.WaitAsync(stopping);
        try
        {
            if (!drain.TryEnter()) return;
            try
            {
                await work();
            }
            finally
            {
                drain.Leave();
            }
        }
        finally
        {
            places.Release();
        }
    }

    private async Task AnswerAsync(string instanceId, Func<Task> answer, Func<GrpcException, Task> answerTooLong)
    {
        try
        {
            try
            {
                await answer();
            }
            catch (GrpcException tooLong) when (tooLong.Status == GrpcStatus.ResourceExhausted)
            {
                LogAnswerTooLong(logger, instanceId, tooLong.Message);
                await answerTooLong(tooLong);
            }
        }
        catch (Exception lost) when (lost is GrpcException or OperationCanceledException)
        {
            // Not lost work: what has no answer is sent again to the next stream.
            LogAnswerLost(logger, instanceId, lost.Message);
        }
    }
}
