using Athene.Configuration.Agents;

namespace Athene.Session.Agents;

/// <summary>How an agent takes up a session again.</summary>
/// <param name="NativeSessionId">The conversation that it goes on with or, where Athene names them, begins; null when the agent names it itself.</param>
/// <param name="Resumes">It goes on with its own conversation; otherwise it is told the task and how far it has got.</param>
/// <param name="FallbackReason">Why it cannot go on, although it could in principle; null otherwise.</param>
public sealed record ResumeChoice(AgentProfile Profile, string? NativeSessionId, bool Resumes, string? FallbackReason = null);
