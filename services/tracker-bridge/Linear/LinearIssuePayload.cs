namespace Athene.TrackerBridge.Linear;

/// <summary>What a change of an issue is answered.</summary>
internal sealed record LinearIssuePayload(bool Success, LinearIssue Issue);
