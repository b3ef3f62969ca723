namespace Athene.Session.Machine.Agents;

/// <summary>What is known of where one run of an agent writes its record.</summary>
/// <param name="Workspace">The directory that the agent was started in; no other live session has it.</param>
/// <param name="NativeSessionId">The agent's own id of the conversation, once it is known.</param>
/// <param name="StartedAt">When the agent was started; a record that was not touched since is about an earlier run.</param>
/// <param name="SessionDirectory">Athene's own directory of the session, where some agents are told to keep their record.</param>
public sealed record RecordPlace(
    string SessionId, string Workspace, string? NativeSessionId, DateTimeOffset StartedAt, string? SessionDirectory = null);
