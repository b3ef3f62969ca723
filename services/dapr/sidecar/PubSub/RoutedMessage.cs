namespace Athene.Sidecar.PubSub;

/// <summary>A message as this subscriber sees it.</summary>
/// <param name="Body">The envelope; to a raw subscriber one around the bare bytes.</param>
/// <param name="Path">Where in the app it goes; null when no route takes it.</param>
internal sealed record RoutedMessage(DueMessage Due, byte[] Body, string? Path)
{
    public static RoutedMessage Of(DueMessage due, Subscription subscription)
    {
        var body = subscription.IsRaw ? CloudEvent.WrapRaw(due.Message with { Topic = subscription.Topic }, due.Id) : due.Message.Body;
        return new RoutedMessage(due, body, RouteTable.PathFor(subscription, body));
    }
}
