namespace Athene.TrackerBridge.Linear;

/// <summary>Why a GraphQL request failed.</summary>
internal sealed record LinearError(string Message, LinearErrorExtensions? Extensions);
