namespace Athene.Contracts.Queue;

/// <summary>The place of a spawn that waits.</summary>
/// <param name="Before">How many others wait before it.</param>
/// <param name="Reason">What it waits for, in words: <c>10 of 10 sessions at work</c>.</param>
/// <param name="Held">It does not begin by itself any more: what it was to come after ended without finishing. A person releases or cancels it.</param>
public sealed record QueuePlace(int Before, string Reason, bool Held = false);
