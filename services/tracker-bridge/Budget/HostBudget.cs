using Athene.Contracts.Hosts;

namespace Athene.TrackerBridge.Budget;

/// <summary>The one way to a host with a token: how much may still be asked, and how many at once.</summary>
public sealed class HostBudget(Uri address, int reserve, TimeProvider time) : IDisposable
{
    /// <summary>GitHub allows a hundred at once for everything that uses a token; people use it too.</summary>
    private const int AtOnce = 8;

    private readonly Lock gate = new();
    private BudgetState state = BudgetState.Fresh;

    /// <summary>How many requests may be under way.</summary>
    internal SemaphoreSlim Slots { get; } = new(AtOnce);

    /// <summary>Why a request may not be sent now; null: it may.</summary>
    internal HostPause? PauseFor(string pool, RequestPurpose purpose)
    {
        lock (gate) return BudgetRules.PauseFor(state, pool, purpose, reserve, time.GetUtcNow());
    }

    /// <summary>Takes note of an answer; the pause that it led to, if any.</summary>
    internal HostPause? Note(HostAnswer answer) => Change(now => BudgetRules.After(state, answer, now, Random.Shared.NextDouble()));

    /// <summary>Takes note of a request that got no answer; the pause that it led to, if any.</summary>
    internal HostPause? NoteFailure(string why) => Change(now => BudgetRules.Failed(state, why, now, Random.Shared.NextDouble()));

    internal HostDocument Describe()
    {
        lock (gate)
        {
            var pause = BudgetRules.PauseNow(state, reserve, time.GetUtcNow());
            return new HostDocument(address.Authority, HostName.Of(address), pause?.Until, pause?.Reason, [
                .. state.Allowances.OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => new HostAllowance(
                    known.Key, known.Value.Limit, known.Value.Remaining, BudgetRules.ReserveOf(known.Value, reserve), known.Value.ResetsAt))]);
        }
    }

    public void Dispose() => Slots.Dispose();

    private HostPause? Change(Func<DateTimeOffset, BudgetState> change)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var before = BudgetRules.PauseNow(state, reserve, now);
            state = change(now);
            var after = BudgetRules.PauseNow(state, reserve, now);
            return after?.Until > (before?.Until ?? DateTimeOffset.MinValue) ? after : null;
        }
    }
}
