namespace Athene.Session.Prompts;

/// <summary>What an orchestrator's prompt says beyond what it says about any project.</summary>
/// <param name="Prefix">What the ids of the project's sessions begin with.</param>
/// <param name="Path">The project's own directory.</param>
/// <param name="Reactions">What Athene does by itself when something happens to a session.</param>
/// <param name="Rules">Text that the configuration adds (<c>orchestratorRules</c>).</param>
public sealed record OrchestratorFacts(
    string SessionId, string Prefix, string Path, ProjectFacts Project, IReadOnlyList<AutomaticReaction> Reactions, string? Rules = null);
