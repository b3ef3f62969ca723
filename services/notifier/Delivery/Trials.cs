using Athene.Contracts.Errors;
using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;
using Athene.Notifier.Routing;

namespace Athene.Notifier.Delivery;

/// <summary>Sends something to see whether it arrives: at once, once, and with an answer.</summary>
public sealed class Trials(Targets targets, Routes routes, Attempts attempts, TimeProvider clock)
{
    private const string Type = "notification.test";

    /// <exception cref="AtheneException">There is no notifier of that name.</exception>
    public async Task<TrialResult> RunAsync(TrialRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var message = new Message(new Notification(
            $"test-{Guid.NewGuid():N}", request.Priority, "This is a test", "Whoever reads this will hear of Athene's sessions here.")
        {
            Type = Type,
            ProjectId = request.ProjectId,
            Time = now,
        });
        return new TrialResult(await Task.WhenAll(Chosen(request).Select(target => TryAsync(target, message, cancellationToken))));
    }

    private IReadOnlyList<Target> Chosen(TrialRequest request)
    {
        if (request.To is null) return routes.For(request.Priority, request.ProjectId);
        return targets.TryFind(request.To, out var target)
            ? [target]
            : throw new AtheneException(
                ErrorTypes.NotifierUnknown, StatusCodes.Status404NotFound, $"There is no notifier '{request.To}'.",
                $"There are: {string.Join(", ", targets.All.Select(known => known.Name))}");
    }

    private async Task<TrialOutcome> TryAsync(Target target, Message message, CancellationToken cancellationToken)
    {
        if (!target.Channel.IsAvailable) return new TrialOutcome(target.Name, false, "there is no desktop where the notifier runs");
        return await attempts.MakeAsync(target, message, cancellationToken) is { } failure
            ? new TrialOutcome(target.Name, false, attempts.ReasonOf(failure))
            : new TrialOutcome(target.Name, true);
    }
}
