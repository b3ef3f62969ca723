using System.Net;
using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.Budget;

/// <summary>
/// Stands between a client and its host: keeps to the budget of the host and token, shares reads, asks again only for what has changed, and repeats a read
/// that failed in passing. What may not be sent is an <see cref="ErrorTypes.TrackerRateLimited"/> at once, without asking.
/// </summary>
public sealed partial class BudgetHandler(HostBudgets budgets, HostReads reads, TimeProvider time, ILogger<BudgetHandler> logger) : DelegatingHandler
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(800)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var budget = budgets.For(request);
        // A log is neither shared nor kept: it is long, and read once.
        if (request.Method != HttpMethod.Get || !HostRequest.WantsDocument(request))
            return await SendOnceAsync(request, budget, cancellationToken);
        var key = $"{HostBudgets.CredentialsOf(request)} {request.Headers.Accept} {request.RequestUri}";
        // Who watches may be refused what somebody who asks gets.
        var shared = await reads.Shared.ReadAsync(
            $"{HostRequest.Of(request, HostRequest.Purpose, default)} {key}", token => ReadAsync(request, key, budget, token), cancellationToken);
        return shared.For(request);
    }

    private async Task<StoredAnswer> ReadAsync(HttpRequestMessage request, string key, HostBudget budget, CancellationToken cancellationToken)
    {
        var known = reads.Known.Find(key);
        if (known?.Headers.ETag is { } tag) request.Headers.IfNoneMatch.Add(tag);
        using var response = await RepeatedAsync(request, budget, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotModified && known is not null) return known;
        var answer = await StoredAnswer.OfAsync(response, cancellationToken);
        if (answer.Status is HttpStatusCode.OK) reads.Known.Keep(key, answer);
        return answer;
    }

    private async Task<HttpResponseMessage> RepeatedAsync(HttpRequestMessage request, HostBudget budget, CancellationToken cancellationToken)
    {
        foreach (var pause in Pauses)
        {
            try
            {
                var response = await SendOnceAsync(request, budget, cancellationToken);
                if (response.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)) return response;
                response.Dispose();
            }
            catch (HttpRequestException failure)
            {
                LogRepeated(request.RequestUri!.Host, failure.Message);
            }

            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), time, cancellationToken);
        }

        return await SendOnceAsync(request, budget, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, HostBudget budget, CancellationToken cancellationToken)
    {
        var (pool, purpose) = (HostRequest.Of(request, HostRequest.Pool, HostRequest.DefaultPool), HostRequest.Of(request, HostRequest.Purpose, default));
        await budget.Slots.WaitAsync(cancellationToken);
        try
        {
            // Only now: what was answered while this one waited may have changed it.
            if (budget.PauseFor(pool, purpose) is { } pause) throw Paused(request.RequestUri!, pause);
            var response = await base.SendAsync(request, cancellationToken);
            if (HostRequest.WantsDocument(request)) await response.Content.LoadIntoBufferAsync(BudgetServices.MostBytes, cancellationToken);
            NotePause(request, budget.Note(RateLimitHeaders.Read(response, pool, await RefusalOfAsync(response, cancellationToken), time.GetUtcNow())));
            return response;
        }
        catch (HttpRequestException failure)
        {
            NotePause(request, budget.NoteFailure(failure.Message));
            throw;
        }
        finally
        {
            budget.Slots.Release();
        }
    }

    private static async Task<string?> RefusalOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.BadRequest)) return null;
        await response.Content.LoadIntoBufferAsync(BudgetServices.MostBytes, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    private void NotePause(HttpRequestMessage request, HostPause? pause)
    {
        if (pause is not null) LogPaused(HostName.Of(request.RequestUri!), pause.Until, pause.Reason);
    }

    private static AtheneException Paused(Uri address, HostPause pause) => new(
        ErrorTypes.TrackerRateLimited, StatusCodes.Status503ServiceUnavailable,
        $"{HostName.Of(address)}: paused until {pause.Until:u}; {pause.Reason}.", $"Try again after {pause.Until:u}. 'athene status' shows how hosts stand.");
}
