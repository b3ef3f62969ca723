namespace Athene.Contracts.Notifications;

/// <summary>Whether a notifier took what was sent to see whether it arrives.</summary>
/// <param name="Error">Why not, without any secret.</param>
public sealed record TrialOutcome(string To, bool Ok, string? Error = null);
