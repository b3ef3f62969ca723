namespace Athene.Session.Agents;

/// <summary>A file that must lie ready when the agent starts.</summary>
public sealed record AgentFile(string Path, string Content);
