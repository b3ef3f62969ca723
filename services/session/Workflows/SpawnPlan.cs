using Athene.Configuration.Projects;
using Athene.Contracts.Issues;
using Athene.Contracts.Sessions;

namespace Athene.Session.Workflows;

/// <summary>What a spawn is going to do, settled before anything is made.</summary>
/// <param name="IssueId">The issue as it was asked for; null for a free prompt.</param>
/// <param name="Issue">The issue as its tracker knows it; null for free text and free prompts.</param>
/// <param name="Branch">The branch that was asked for, if one was.</param>
/// <param name="NativeSessionId">The agent's own id of the conversation, where Athene may choose it.</param>
/// <param name="PromptIsMessage">The agent gets its task typed in, not as an argument.</param>
/// <param name="HighestRemoteNumber">The highest session number that a branch on the remote carries.</param>
/// <param name="AdoptedWorkspace">A worktree of an earlier life, which the session takes over instead of getting a new one.</param>
public sealed record SpawnPlan(
    string ProjectPath,
    string Prefix,
    string Agent,
    string? Model,
    string? Permissions,
    string? Subagent,
    string? IssueId,
    IssueDocument? Issue,
    string? Prompt,
    string? Branch,
    string? NativeSessionId,
    bool HasPostCreate,
    bool PromptIsMessage,
    int HighestRemoteNumber,
    SessionKind Kind = SessionKind.Worker,
    string? DisplayName = null,
    string? AdoptedWorkspace = null)
{
    /// <summary>What the terminal and the workspace are made of.</summary>
    public MachineChoice Machine { get; init; } = new(RuntimeNames.Tmux, WorkspaceNames.Worktree);

    /// <summary>The agent's conversations of the issue's earlier sessions go first.</summary>
    public bool DeletesEarlierConversations { get; init; }
}
