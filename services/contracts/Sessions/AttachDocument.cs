namespace Athene.Contracts.Sessions;

/// <summary>How to get a terminal on a session: an argument vector to run on its machine.</summary>
public sealed record AttachDocument(IReadOnlyList<string> Command);
