using System.Text.Json.Nodes;

namespace Athene.Notifier.Channels.Slack;

/// <summary>What Slack's Web API answered.</summary>
/// <param name="Error">Its word for what is wrong; null: nothing.</param>
public sealed record SlackAnswer(string? Error, JsonObject Body);
