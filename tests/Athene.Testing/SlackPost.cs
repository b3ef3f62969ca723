using System.Text.Json.Nodes;

namespace Athene.Testing;

/// <summary>A message that <see cref="SlackReceiver"/> took.</summary>
/// <param name="Ts">What it calls the message.</param>
/// <param name="Authorization">The header it came with; null for an incoming webhook.</param>
public sealed record SlackPost(string Ts, JsonObject Body, string? Authorization)
{
    /// <summary>What a phone shows of it.</summary>
    public string Text => (string?)Body["text"] ?? "";

    /// <summary>The message it stands under; null: it stands alone.</summary>
    public string? ThreadTs => (string?)Body["thread_ts"];

    /// <summary>The blocks of the message and of its attachments, in order.</summary>
    public IReadOnlyList<JsonObject> Blocks =>
    [
        .. (Body["blocks"] as JsonArray ?? []).OfType<JsonObject>(),
        .. (Body["attachments"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(attachment => (attachment["blocks"] as JsonArray ?? []).OfType<JsonObject>()),
    ];
}
