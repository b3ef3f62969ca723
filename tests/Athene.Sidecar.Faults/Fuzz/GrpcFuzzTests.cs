using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Calls and bytes for the gRPC port. The seeds are printed; see <see cref="FaultPlan"/>.</summary>
public sealed class GrpcFuzzTests(ITestOutputHelper output)
{
    private const int Clients = 8;

    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    private static readonly int CallsPerSeed = 1_000 * FaultPlan.Scale;

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    /// <summary>How long a client waits where waiting is what was asked for, or for an answer to something that is no HTTP/2.</summary>
    private static readonly TimeSpan ShortPatience = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Any_call_ends_with_a_status_and_leaves_the_sidecar_as_it_was()
    {
        await using var host = await FuzzHost.StartAsync();
        using (var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true }))
        {
            foreach (var seed in FaultPlan.Seeds)
            {
                output.WriteLine($"seed {seed}: {CallsPerSeed} calls");
                (await CallAllAsync(host, http, seed)).ShouldBeEmpty();
                host.Log.Errors.ShouldBeEmpty();
            }
        }

        await UsualRequests.ShouldWorkAsync(host, withWorkflows: false);
        await UsualRequests.ShouldWorkAfterRestartAsync(host);
    }

    [Fact]
    public async Task Bytes_that_are_no_call_end_their_own_connection_only()
    {
        await using var host = await FuzzHost.StartAsync();
        foreach (var seed in FaultPlan.Seeds)
        {
            await Parallel.ForAsync(0, 200 * FaultPlan.Scale, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (index, _) =>
            {
                var dice = Dice.For(seed, index);
                byte[] bytes = dice.OneIn(4) ? HttpGrammar.Next(dice).Bytes : [.. Preface, .. dice.Bytes(dice.Below(300))];
                await RawConnection.ExchangeAsync(host.Ports.GrpcPort, bytes, ShortPatience);
            });
        }

        await using (var worker = await host.StartWorkerAsync()) await UsualRequests.ShouldWorkAsync(host, withWorkflows: true);
        await host.WhenQuietAsync();
        host.Log.Errors.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyCollection<string>> CallAllAsync(FuzzHost host, HttpMessageInvoker http, int seed)
    {
        ConcurrentQueue<string> complaints = [];
        await Parallel.ForAsync(0, CallsPerSeed, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (index, _) =>
        {
            var (request, description) = GrpcGrammar.Next(host.Ports.GrpcPort, Dice.For(seed, index));
            using (request)
                if (await ComplaintAsync(http, request) is { } complaint) complaints.Enqueue($"{complaint}{Environment.NewLine}  {description}");
        });
        return complaints;
    }

    private static async Task<string?> ComplaintAsync(HttpMessageInvoker http, HttpRequestMessage request)
    {
        var mayWait = GrpcMethods.MayWait(request.RequestUri!.AbsolutePath);
        using var limit = new CancellationTokenSource(mayWait ? ShortPatience : AnswerWithin);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            await response.Content.ReadAsByteArrayAsync(limit.Token);
            return response.TrailingHeaders.Contains("grpc-status") ? null : $"{(int)response.StatusCode} without a grpc-status";
        }
        catch (OperationCanceledException)
        {
            return mayWait ? null : $"no answer within {AnswerWithin}";
        }
        catch (HttpRequestException e) when (e.InnerException is HttpProtocolException { ErrorCode: 0 })
        {
            // NO_ERROR: the call was answered before all of its body was there, and the rest is not wanted.
            return null;
        }
        catch (HttpRequestException e)
        {
            return $"no answer: {e.Message} {e.InnerException?.Message}";
        }
    }
}
