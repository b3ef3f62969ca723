using System.Text.Json.Nodes;

namespace Athene.Session.History;

/// <summary>An event before it has a place in the history.</summary>
/// <param name="Kind">A kind of spec sessions.md §23, such as <c>session.spawned</c>.</param>
public sealed record Happening(
    string Kind, string Summary, string? ProjectId = null, string? SessionId = null, string Level = Levels.Info, JsonObject? Data = null);
