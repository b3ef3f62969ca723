using System.Text.Json.Nodes;

namespace Athene.Contracts.Sessions;

/// <summary>Something that a program inside a session says has happened.</summary>
/// <param name="Source">Who says it: <c>git</c>, <c>gh</c>, or an agent's name.</param>
/// <param name="Event">What happened, in the source's words.</param>
/// <param name="Data">What the source says about it.</param>
/// <param name="Id">The same id again is the same fact.</param>
/// <param name="At">When; now if it is left out.</param>
public sealed record HookRequest(string Source, string Event, JsonNode? Data = null, string? Id = null, DateTimeOffset? At = null);
