using System.Text.Json.Nodes;

namespace Athene.Contracts.Events;

/// <summary>Something that another service adds to the history: <c>POST /v1/events</c> of the session service.</summary>
/// <param name="Id">What is told twice has the same id twice, and is kept once.</param>
/// <param name="Kind">Such as <c>reaction.escalated</c>; which beginnings are taken, the session service says.</param>
/// <param name="Level">info, warn or error.</param>
/// <param name="Data">Credentials are taken out of it, texts are cut, and more than 16 KB is left out.</param>
public sealed record EventRequest(
    string Id, string Kind, string Summary, string? ProjectId = null, string? SessionId = null, string Level = "info", JsonObject? Data = null);
