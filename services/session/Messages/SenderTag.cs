namespace Athene.Session.Messages;

/// <summary>Says who a message between sessions comes from, so that no agent takes another's words for a person's (spec sessions.md §17). Pure.</summary>
public static class SenderTag
{
    /// <param name="sessionId">The session whose agent sends; null for a person.</param>
    /// <param name="text">The message; an empty one stays empty, and is refused as such.</param>
    public static string Apply(string? sessionId, string text) =>
        sessionId is null || string.IsNullOrWhiteSpace(text) ? text : $"[from {sessionId}] {text}";
}
