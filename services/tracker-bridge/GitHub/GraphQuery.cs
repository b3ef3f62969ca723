namespace Athene.TrackerBridge.GitHub;

/// <summary>A GraphQL document and its variables: what others wrote goes into variables only.</summary>
internal sealed record GraphQuery(string Query, IReadOnlyDictionary<string, object?> Variables);
