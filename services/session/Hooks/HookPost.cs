using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Hooks;

/// <summary>Takes facts that are sent instead of spooled.</summary>
public sealed class HookPost(HookIntake intake, ILedger ledger, TimeProvider time)
{
    /// <summary>The longest data of a fact, in characters.</summary>
    private const int LongestData = 300 * 1024;

    private const int LongestName = 200;

    /// <exception cref="AtheneException">It is no fact, or there is no such session.</exception>
    public async Task AcceptAsync(string sessionId, HookRequest request, CancellationToken cancellationToken)
    {
        var body = request.Data?.ToJsonString() ?? "";
        if (string.IsNullOrWhiteSpace(request.Source) || string.IsNullOrWhiteSpace(request.Event) || body.Length > LongestData
            || new[] { request.Source, request.Event, request.Id ?? "" }.Any(name => name.Length > LongestName))
        {
            throw new AtheneException(
                ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, "This is not a fact.",
                $"Send 'source', 'event' and perhaps 'id' of at most {LongestName} characters each, and not more than {LongestData} characters of 'data'.");
        }

        if (await ledger.FindSessionAsync(sessionId, cancellationToken) is null) throw SessionErrors.NotFound(sessionId);
        var fact = new HookFact(request.Id ?? Guid.NewGuid().ToString("N"), request.Source, request.Event, request.At ?? time.GetUtcNow(), body);
        await intake.ApplyAsync(sessionId, fact, cancellationToken);
    }
}
