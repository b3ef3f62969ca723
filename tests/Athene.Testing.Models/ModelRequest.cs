namespace Athene.Testing.Models;

/// <summary>What an agent asked of the model.</summary>
/// <param name="Target">The method and the address.</param>
/// <param name="Body">All of it, with the whole conversation so far.</param>
/// <param name="LastInput">What came last from the user or from a tool, as plain text.</param>
/// <param name="OffersShell">The agent is at its task. Without its shell it asks for a title, a summary or the like.</param>
public sealed record ModelRequest(string Target, string Body, string LastInput, bool OffersShell);
