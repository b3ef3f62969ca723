using System.Text.Json.Nodes;

namespace Athene.Contracts.Events;

/// <summary>Something that happened, as the history keeps it.</summary>
/// <param name="Id">Grows by one with every event; what <c>Last-Event-ID</c> resumes from.</param>
/// <param name="Kind">Such as <c>session.spawned</c> (spec sessions.md §23).</param>
/// <param name="Level">info, warn or error.</param>
public sealed record EventDocument(
    long Id, DateTimeOffset Time, string Kind, string Level, string? ProjectId, string? SessionId, string Summary, JsonObject? Data = null);
