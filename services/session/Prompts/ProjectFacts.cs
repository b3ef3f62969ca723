namespace Athene.Session.Prompts;

/// <summary>What prompts say about a project.</summary>
/// <param name="Repository">The hosted repository ("owner/name"); null for one that is only local.</param>
/// <param name="Rules">Text that the configuration adds (<c>agentRules</c>).</param>
/// <param name="RulesFromFile">The content of <c>agentRulesFile</c>, read by the caller.</param>
/// <param name="AutomaticReactions">Names of reactions that will send messages to the agent by themselves.</param>
public sealed record ProjectFacts(
    string Id,
    string? Name,
    string? Repository,
    string DefaultBranch,
    string? Tracker,
    string? Rules = null,
    string? RulesFromFile = null,
    IReadOnlyList<string>? AutomaticReactions = null);
