namespace Athene.Contracts.Sessions;

/// <summary>
/// What somebody asks for when they spawn a session; everything is optional. Issue, agent, model and subagent are one line of at most 1,000 characters.
/// </summary>
/// <param name="Issue">An issue of the project's tracker, or free text that names the task.</param>
/// <param name="Prompt">The task in words; wins over the issue as the agent's first message.</param>
/// <param name="Agent">The agent profile; wins over the configuration.</param>
/// <param name="Branch">The branch to work on; refused when git would refuse it.</param>
/// <param name="Permissions">permissionless, default, auto-edit or suggest.</param>
/// <param name="After">Sessions, or issues that sessions work on or wait for: it begins once all of them are done or merged.</param>
/// <param name="Priority">Its place among those that wait; null: normal.</param>
public sealed record SpawnRequest(
    string? Issue = null,
    string? Prompt = null,
    string? Agent = null,
    string? Branch = null,
    string? Model = null,
    string? Permissions = null,
    string? Subagent = null,
    IReadOnlyList<string>? After = null,
    SpawnPriority? Priority = null);
