namespace Athene.Session.Agents;

/// <summary>What the placeholders of an agent profile stand for in one launch; null or empty drops the element that holds it.</summary>
public sealed record LaunchValues(
    string SessionId,
    string Workspace,
    string Branch,
    string? Prompt = null,
    string? SystemPrompt = null,
    string? SystemPromptFile = null,
    string? Model = null,
    string? Permissions = null,
    string? NativeSessionId = null,
    string? Issue = null,
    string? SessionDirectory = null,
    string? HooksFile = null);
