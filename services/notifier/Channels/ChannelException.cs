namespace Athene.Notifier.Channels;

/// <summary>A channel could not deliver a notification.</summary>
public sealed class ChannelException(string channel, string why, Exception? innerException = null)
    : Exception($"Channel '{channel}' could not deliver: {why}", innerException);
