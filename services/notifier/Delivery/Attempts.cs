using Athene.Hosting.Secrecy;
using Athene.Notifier.Channels;
using Athene.Notifier.Routing;
using Athene.Notifier.Secrets;

namespace Athene.Notifier.Delivery;

/// <summary>Tries to tell something: once, with a deadline, and with an end that is known in every case.</summary>
public sealed partial class Attempts(SecretReader secrets, TimeProvider clock, ILogger<Attempts> logger)
{
    private const int LongestReason = 300;

    /// <summary>Null: the other end took it.</summary>
    public async Task<ChannelException?> MakeAsync(Target target, Message message, CancellationToken cancellationToken)
    {
        var limit = target.Configuration.Delivery.Timeout;
        using var deadline = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await target.Channel.SendAsync(message, either.Token);
            return null;
        }
        catch (ChannelException failure)
        {
            return failure;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ChannelException($"it took longer than {limit.TotalSeconds:0.#} s") { MayHaveArrived = true };
        }
        catch (Exception unforeseen) when (unforeseen is not (OperationCanceledException or DaprException))
        {
            // A channel that fails in a way of its own must not stop the others, nor lose what it was to tell. Its words may hold a secret.
            LogUnforeseen(target.Name, message.Notification.Id, unforeseen.GetType().Name, unforeseen.StackTrace);
            return new ChannelException($"an error of the channel: {unforeseen.GetType().Name}") { MayHaveArrived = true };
        }
    }

    /// <summary>Why it failed, as people may see it.</summary>
    public string ReasonOf(ChannelException failure) => Redaction.Apply(secrets.Hide(failure.Message), LongestReason);
}
