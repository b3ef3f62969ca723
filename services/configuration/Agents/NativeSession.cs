namespace Athene.Configuration.Agents;

/// <summary>The agent's own record of a session.</summary>
/// <param name="Id">Who names it.</param>
/// <param name="Files">Where it lies, as a path pattern that may begin with "~"; null when it is not a file of its own.</param>
/// <param name="Format">How to read it.</param>
/// <param name="Delete">The argument vector that removes it; null when the agent has none.</param>
public sealed record NativeSession(
    NativeSessionId Id = NativeSessionId.Found,
    string? Files = null,
    NativeRecordFormat Format = NativeRecordFormat.Unknown,
    IReadOnlyList<string>? Delete = null);
