namespace Athene.Contracts.Notifications;

/// <summary>What came of sending something to see whether it arrives.</summary>
public sealed record TrialResult(IReadOnlyList<TrialOutcome> Data);
