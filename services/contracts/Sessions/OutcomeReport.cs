using System.Text.Json.Nodes;

namespace Athene.Contracts.Sessions;

/// <summary>What became of something that the lifecycle service did about a session, for its history.</summary>
/// <param name="Id">The same id again is the same outcome, and is told once.</param>
/// <param name="Kind">Of the event, such as <c>reaction.escalated</c> (spec lifecycle.md §19).</param>
/// <param name="Level">info, warn or error.</param>
/// <param name="Summary">One line for people.</param>
public sealed record OutcomeReport(string Id, string Kind, string Level, string Summary, JsonObject? Data = null);
