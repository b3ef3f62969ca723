namespace Athene.Contracts.Sessions;

/// <summary>Ends the pause of a session.</summary>
/// <param name="PauseId">Only this pause; null: whichever there is.</param>
/// <param name="Message">What the agent is told then, once a pause; null: nothing.</param>
public sealed record ResumeRequest(string? PauseId = null, string? Message = null);
