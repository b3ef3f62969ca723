namespace Athene.TrackerBridge.Linear;

/// <summary>A list, as GraphQL has it.</summary>
internal sealed record LinearNodes<T>(IReadOnlyList<T> Nodes);
