using System.Diagnostics;
using Athene.Dapr.Benchmarks.Parts;
using Athene.Dapr.Workflow;

namespace Athene.Dapr.Benchmarks.Measurements;

/// <summary>Activities that do nothing, run in a row and side by side; also while many other instances wait.</summary>
internal sealed class WorkflowLoad(IDaprWorkflowClient workflows)
{
    private const int Steps = 10;
    private const int Width = 100;
    private const int Waiting = 1_000;
    private const int InFlight = 20;

    public async IAsyncEnumerable<Row> MeasureAsync()
    {
        await ChainsAsync(20);
        var chain = await ChainsAsync(30);
        yield return Row.Time($"chain of {Steps} activities, median", chain, 822);
        yield return Row.Rate("workflow steps, in a row", Steps / chain.TotalSeconds, 12);
        var instances = await FlightAsync(100);
        yield return Row.Rate($"chains, {InFlight} in flight", instances, 4.3);
        yield return Row.Rate($"workflow steps, {InFlight} chains in flight", instances * Steps, 43, "≥ 1,000/s");
        yield return Row.Rate($"workflow steps, fan-out of {Width}", await FanOutAsync(10), aim: "≥ 1,000/s");
        var ids = await Task.WhenAll(Enumerable.Range(0, Waiting).Select(_ => workflows.ScheduleNewWorkflowAsync(BenchmarkedWorkflows.Wait, Guid.NewGuid().ToString("N"), 0)));
        yield return Row.Time($"chain of {Steps} activities beside {ids.Length:N0} waiting instances, median", await ChainsAsync(30));
        yield return Row.Rate($"workflow steps beside {ids.Length:N0} waiting instances, {InFlight} chains in flight", await FlightAsync(100) * Steps);
    }

    private async Task<TimeSpan> ChainsAsync(int count)
    {
        List<TimeSpan> times = [];
        while (times.Count < count) times.Add(await RunAsync(BenchmarkedWorkflows.Chain, Steps));
        return times.Order().ElementAt(count / 2);
    }

    /// <summary>Instances a second.</summary>
    private async Task<double> FlightAsync(int count)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (_, _) => await RunAsync(BenchmarkedWorkflows.Chain, Steps));
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Activities a second.</summary>
    private async Task<double> FanOutAsync(int count)
    {
        List<TimeSpan> times = [];
        while (times.Count < count) times.Add(await RunAsync(BenchmarkedWorkflows.FanOut, Width));
        return Width / times.Order().ElementAt(count / 2).TotalSeconds;
    }

    private async Task<TimeSpan> RunAsync(string name, int input)
    {
        var start = Stopwatch.GetTimestamp();
        var id = await workflows.ScheduleNewWorkflowAsync(name, Guid.NewGuid().ToString("N"), input);
        var end = await workflows.WaitForWorkflowCompletionAsync(id);
        return end.RuntimeStatus == WorkflowRuntimeStatus.Completed
            ? Stopwatch.GetElapsedTime(start)
            : throw new InvalidOperationException($"workflow {id} ended {end.RuntimeStatus}: {end.FailureDetails?.ErrorMessage}");
    }
}
