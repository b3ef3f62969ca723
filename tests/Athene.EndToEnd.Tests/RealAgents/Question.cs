namespace Athene.EndToEnd.Tests.RealAgents;

/// <summary>A question that an agent's screen shows, and the key that a person answers it with.</summary>
internal sealed record Question(string Shows, string Key);
