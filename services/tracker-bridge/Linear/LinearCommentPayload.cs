namespace Athene.TrackerBridge.Linear;

/// <summary>What a comment is answered.</summary>
internal sealed record LinearCommentPayload(bool Success);
