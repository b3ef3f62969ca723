namespace Athene.Contracts.Tracking;

/// <summary>A host, and whether it answers.</summary>
/// <param name="ApiUrl">Null: its usual place.</param>
/// <param name="AwaySince">Null: it answers.</param>
/// <param name="NotBefore">When it is asked again at the earliest.</param>
public sealed record WatchedHostDocument(
    string Provider, string? ApiUrl, DateTimeOffset? AnsweredAt, DateTimeOffset? AwaySince, string? Problem, DateTimeOffset? NotBefore);
