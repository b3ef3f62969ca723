namespace Athene.TrackerBridge.Linear;

/// <summary>Somebody in the workspace.</summary>
/// <param name="Guest">Invited to some teams only.</param>
internal sealed record LinearUser(string Id, string DisplayName, bool Guest, bool Active);
