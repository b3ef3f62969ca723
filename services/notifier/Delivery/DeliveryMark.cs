namespace Athene.Notifier.Delivery;

/// <summary>How far one notification got in one channel.</summary>
/// <param name="Delivered">False: somebody is at it since <paramref name="At"/>.</param>
public sealed record DeliveryMark(bool Delivered, DateTimeOffset At);
