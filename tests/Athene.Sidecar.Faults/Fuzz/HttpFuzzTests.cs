using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Thousands of requests that no well-meaning client sends. The seeds are printed; see <see cref="FaultPlan"/>.</summary>
public sealed class HttpFuzzTests(ITestOutputHelper output)
{
    private const int Clients = 8;

    /// <summary>How much the heap may differ between two equal rounds, in bytes: less than one kept body a request would make.</summary>
    private const long Noise = 16 * 1024 * 1024;

    private static readonly int RequestsPerSeed = 1_500 * FaultPlan.Scale;

    /// <summary>For requests that have to be answered: the limit is that of a hang.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    /// <summary>How long a client waits for an answer to something that is no whole request.</summary>
    private static readonly TimeSpan BrokenWithin = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Any_request_is_answered_or_refused_and_leaves_the_sidecar_as_it_was()
    {
        await using var host = await FuzzHost.StartAsync();
        await using (var worker = await host.StartWorkerAsync())
        {
            await UsualRequests.ShouldWorkAsync(host, withWorkflows: true);
            foreach (var seed in FaultPlan.Seeds)
            {
                output.WriteLine($"seed {seed}: {RequestsPerSeed} requests");
                (await SendAllAsync(host, Requests(seed))).Complaints.ShouldBeEmpty();
                host.Log.Errors.ShouldBeEmpty();
                await UsualRequests.ShouldWorkAsync(host, withWorkflows: true);
            }
        }

        await UsualRequests.ShouldWorkAfterRestartAsync(host);
    }

    [Fact]
    public async Task Refused_requests_leave_no_rows_and_no_memory_behind()
    {
        IReadOnlyCollection<FuzzedRequest> refused;
        await using var host = await FuzzHost.StartAsync();
        await using (var worker = await host.StartWorkerAsync())
        {
            // Twice: some are refused only as long as another one has not made what they ask for.
            var all = Requests(FaultPlan.Seeds[0]).Where(request => request.MustBeAnswered).ToList();
            await SendAllAsync(host, all);
            refused = [.. (await SendAllAsync(host, all)).Refused.Where(request => !request.IsAboutWorkflows)];
        }

        output.WriteLine($"seed {FaultPlan.Seeds[0]}: {refused.Count} requests are refused");
        refused.Count.ShouldBeGreaterThan(RequestsPerSeed / 10);
        await host.StopSidecarAsync();
        var rows = StoredRows.Count(host.StateFile);

        await host.StartSidecarAsync();
        await SendAllAsync(host, refused);
        await host.WhenQuietAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 0; round < 4; round++) await SendAllAsync(host, refused);
        await host.WhenQuietAsync();
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"the heap differs by {growth / 1024} KiB after {4 * refused.Count} refused requests");
        growth.ShouldBeLessThan(Noise);
        await host.StopSidecarAsync();
        // What was still to be delivered may have been.
        foreach (var (table, count) in StoredRows.Count(host.StateFile)) count.ShouldBeLessThanOrEqualTo(rows[table], table);
    }

    private static IEnumerable<FuzzedRequest> Requests(int seed) =>
        Enumerable.Range(0, RequestsPerSeed).Select(index => HttpGrammar.Next(Dice.For(seed, index)));

    private static async Task<(IReadOnlyCollection<string> Complaints, IReadOnlyCollection<FuzzedRequest> Refused)> SendAllAsync(FuzzHost host, IEnumerable<FuzzedRequest> requests)
    {
        ConcurrentQueue<string> complaints = [];
        ConcurrentQueue<FuzzedRequest> refused = [];
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (request, _) =>
        {
            var (bytes, isEnded) = await RawConnection.ExchangeAsync(host.Ports.HttpPort, request.Bytes, request.MustBeAnswered ? AnswerWithin : BrokenWithin);
            var answer = RawAnswer.Parse(bytes);
            if (answer is { Status: >= 400 } && !answer.Headers.ContainsKey(HttpOracle.FromApp)) refused.Enqueue(request);
            var complaint = answer is null ? MissingAnswer(request, isEnded) : HttpOracle.Complaint(request, answer);
            if (complaint is not null) complaints.Enqueue($"{complaint}{Environment.NewLine}  {request}");
        });
        return (complaints, refused);
    }

    private static string? MissingAnswer(FuzzedRequest request, bool isEnded)
    {
        // An app that breaks off in the middle of its answer takes the caller's connection with it.
        if (!request.MustBeAnswered || (isEnded && request.MayReachTheApp)) return null;
        return isEnded ? "the connection was closed without an answer" : $"no answer within {AnswerWithin}";
    }
}
