using System.Security.Cryptography;
using Athene.TrackerBridge.Secrets;
using Athene.TrackerBridge.Sessions;
using Athene.TrackerBridge.Watching;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>
/// Takes webhooks in: who sent it is proven before a byte of it is understood, and it is answered as soon as what it says is stored durably.
/// </summary>
public sealed partial class WebhookIntake(
    ProjectDirectory projects, IEnumerable<IWebhookHost> hosts, OwnerSecrets secrets, DeliveryLog deliveries, Watch watch, TimeProvider time, ILogger<WebhookIntake> logger)
{
    /// <summary>How long storing may take where milliseconds are usual: GitHub gives up after ten seconds, and a late answer is better than none.</summary>
    private static readonly TimeSpan StoringLimit = TimeSpan.FromSeconds(5);

    /// <exception cref="Contracts.Errors.AtheneException">It was not taken, and why.</exception>
    public async Task<WebhookReceipt> AcceptAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(request, cancellationToken);
        }
        catch (Exception away) when (away is DaprException or HttpRequestException)
        {
            throw WebhookProblems.NotKept(away);
        }
    }

    private async Task<WebhookReceipt> TakeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var doors = await DoorsAtAsync(request.Path, cancellationToken);
        var body = await WebhookBody.ReadAsync(request, doors.Max(door => door.MaxBodyBytes), cancellationToken);
        var open = await VerifyAsync(doors, request, body, cancellationToken);
        var door = open[0];
        var eventName = HeaderOf(request, door.EventHeader) ?? throw WebhookProblems.NoEvent(door.EventHeader);
        var delivery = door.DeliveryHeaders.Select(name => HeaderOf(request, name)).FirstOrDefault(value => value is not null) ?? Convert.ToHexStringLower(SHA256.HashData(body.Span));

        using var payload = WebhookBody.Parse(body, request.ContentType);
        var hint = door.Host.Read(eventName, payload.RootElement);
        var receipt = hint is null or { Urgency: Urgency.Nothing }
            ? new WebhookReceipt(WebhookOutcome.Ignored, eventName, delivery, [], [])
            : await StoreAsync(hint, open, eventName, delivery, cancellationToken);
        LogTaken(eventName, delivery, receipt.Outcome, hint?.Repo, receipt.Projects.Count);
        return receipt;
    }

    private async Task<IReadOnlyList<WebhookDoor>> DoorsAtAsync(string path, CancellationToken cancellationToken)
    {
        List<WebhookDoor> doors = [.. (await projects.ListAsync(cancellationToken))
            .Select(project => WebhookDoor.Of(project, hosts))
            .OfType<WebhookDoor>()
            .Where(door => door.Paths.Contains(path, StringComparer.OrdinalIgnoreCase))];
        return doors.Count > 0 ? doors : throw WebhookProblems.Unknown(path);
    }

    // Several projects may share an address, each with a secret of its own: those whose secret fits are the ones that are spoken to.
    private async Task<IReadOnlyList<WebhookDoor>> VerifyAsync(
        IReadOnlyList<WebhookDoor> doors, HttpRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        List<WebhookDoor> verified = [];
        var hasSecret = false;
        foreach (var shared in doors.GroupBy(door => (door.Host, door.SecretName, door.SignatureHeader)))
        {
            if (await secrets.FirstAsync([shared.Key.SecretName], cancellationToken) is not { } secret) continue;
            hasSecret = true;
            if (HeaderOf(request, shared.Key.SignatureHeader) is { } signature && shared.Key.Host.Verifies(signature, secret, body.Span)) verified.AddRange(shared);
        }

        if (verified.Count > 0) return verified;
        LogUnverified(request.Path, request.HttpContext.Connection.RemoteIpAddress, hasSecret);
        throw hasSecret ? WebhookProblems.Unverified(doors[0].SignatureHeader) : WebhookProblems.NoSecret(doors[0].SecretName, doors[0].Host.SecretAdvice);
    }

    private async Task<WebhookReceipt> StoreAsync(
        WebhookHint hint, IReadOnlyList<WebhookDoor> open, string eventName, string delivery, CancellationToken cancellationToken)
    {
        var concerned = open.Where(door => door.Repo.Equals(hint.Repo, StringComparison.OrdinalIgnoreCase)).ToList();
        List<string> projectIds = [.. concerned.Select(door => door.ProjectId)];
        var receipt = new WebhookReceipt(WebhookOutcome.Ignored, eventName, delivery, projectIds, await watch.SessionsOfAsync(hint, projectIds, cancellationToken));
        if (concerned.Count == 0) return receipt;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StoringLimit);
        var (provider, secretName) = (concerned[0].Host.Provider, concerned[0].SecretName);
        var stored = new WebhookDelivery(DeliveryLog.KeyOf(provider, secretName, delivery), provider, receipt.Projects, hint, time.GetUtcNow());
        try
        {
            if (await deliveries.HasAsync(stored.Id, limit.Token)) return receipt with { Outcome = WebhookOutcome.Duplicate };
            await deliveries.AddAsync(stored, limit.Token);
            return receipt with { Outcome = WebhookOutcome.Queued };
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw WebhookProblems.NotKept(late);
        }
    }

    private static string? HeaderOf(HttpRequest request, string name) => request.Headers[name].ToString() is { Length: > 0 } value ? value : null;
}
