using System.Collections.Immutable;

namespace Athene.TrackerBridge.Budget;

/// <summary>What is known of one host with one token.</summary>
/// <param name="Allowances">By pool.</param>
/// <param name="Pause">What the host asked for, or its failures suggest.</param>
/// <param name="Refusals">How often in a row it refused because too much was asked.</param>
/// <param name="Failures">How often in a row it failed.</param>
public sealed record BudgetState(ImmutableDictionary<string, Allowance> Allowances, HostPause? Pause = null, int Refusals = 0, int Failures = 0)
{
    public static BudgetState Fresh { get; } = new(ImmutableDictionary<string, Allowance>.Empty);
}
