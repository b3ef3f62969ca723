namespace Athene.Notifier.Channels.Slack;

/// <summary>The first message about a session.</summary>
/// <param name="Channel">The channel's id, as Slack answered it.</param>
/// <param name="Ts">What Slack calls the message within its channel.</param>
public sealed record SlackThread(string Channel, string Ts);
