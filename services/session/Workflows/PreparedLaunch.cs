namespace Athene.Session.Workflows;

/// <summary>A run of an agent for which everything is ready.</summary>
/// <param name="PromptIsMessage">The agent gets its first message typed in, not as an argument.</param>
public sealed record PreparedLaunch(bool PromptIsMessage);
