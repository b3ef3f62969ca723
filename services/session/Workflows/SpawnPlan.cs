using Athene.Contracts.Issues;

namespace Athene.Session.Workflows;

/// <summary>What a spawn is going to do, settled before anything is made.</summary>
/// <param name="Issue">The issue as its tracker knows it; null for free text and free prompts.</param>
/// <param name="Branch">The branch, when it does not depend on the session's number.</param>
/// <param name="HighestRemoteNumber">The highest session number that a branch on the remote carries.</param>
public sealed record SpawnPlan(
    string ProjectPath,
    string Prefix,
    string DefaultBranch,
    string Agent,
    string? Model,
    string? Permissions,
    string? Subagent,
    string? IssueId,
    IssueDocument? Issue,
    string? Prompt,
    string? Branch,
    string? DisplayName,
    bool HasPostCreate,
    bool PromptIsMessage,
    int HighestRemoteNumber);
