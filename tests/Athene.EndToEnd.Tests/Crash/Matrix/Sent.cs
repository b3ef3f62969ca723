using Athene.Contracts.Messages;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>A message that the session service took.</summary>
internal sealed record Sent(string SessionId, string Id, string Text, MessageState LastSeen);
