namespace Athene.Contracts.Events;

/// <summary>What <c>lifecycle-events</c> carries when Athene reacted to something: <c>.reaction-triggered</c>, <c>.reaction-escalated</c>, <c>.all-complete</c>.</summary>
/// <param name="SessionId">Null for what concerns all sessions.</param>
/// <param name="Reaction">What the configuration calls it, such as <c>ci-failed</c>.</param>
/// <param name="Action">What was done, such as <c>message</c> or <c>merge</c>.</param>
/// <param name="Detail">What came of it, where that is not plain.</param>
public sealed record ReactionEvent(
    string Id, string? SessionId, string? ProjectId, DateTimeOffset Time, string Reaction, string Action, string? Detail = null);
