namespace Athene.Session.Messages;

/// <summary>What has to happen next to a message that waits.</summary>
/// <param name="Reason">Why it cannot be delivered at all; null otherwise.</param>
public sealed record DeliveryStep(DeliveryAction Action, string? Reason = null)
{
    public static DeliveryStep Type { get; } = new(DeliveryAction.Type);

    public static DeliveryStep Wait { get; } = new(DeliveryAction.Wait);

    public static DeliveryStep Restore { get; } = new(DeliveryAction.Restore);

    public static DeliveryStep AwaitStart { get; } = new(DeliveryAction.AwaitStart);

    public static DeliveryStep Refuse(string reason) => new(DeliveryAction.Refuse, reason);
}
