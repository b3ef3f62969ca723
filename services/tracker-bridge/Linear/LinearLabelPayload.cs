namespace Athene.TrackerBridge.Linear;

/// <summary>What the making of a label is answered.</summary>
internal sealed record LinearLabelPayload(bool Success, LinearLabel IssueLabel);
