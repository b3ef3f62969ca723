namespace Athene.TrackerBridge.Budget;

/// <summary>When a host may be asked, and how long it is left alone after it refused or failed (spec trackers-scm-notifiers.md §15). Pure.</summary>
public static class BudgetRules
{
    /// <summary>GitHub's advice for a refusal without a time: at least so long, and longer each time.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(2);

    /// <summary>One failure is nothing; so many in a row are a host that is not well.</summary>
    private const int FailuresToPause = 3;

    /// <summary>Why a request may not be sent now; null: it may.</summary>
    /// <param name="reserve">The part of the limit, in percent, that is left to people.</param>
    public static HostPause? PauseFor(BudgetState state, string pool, RequestPurpose purpose, int reserve, DateTimeOffset now)
    {
        if (state.Pause is { } pause && pause.Until > now && (pause.IsForEverybody || purpose is RequestPurpose.Watching)) return pause;
        return purpose is RequestPurpose.Watching && state.Allowances.GetValueOrDefault(pool) is { } allowance ? PauseOf(allowance, reserve, now) : null;
    }

    /// <summary>The pause that supervision makes now, whatever it would ask; null: none.</summary>
    public static HostPause? PauseNow(BudgetState state, int reserve, DateTimeOffset now) => state.Allowances.Values
        .Select(allowance => PauseOf(allowance, reserve, now)).Append(state.Pause is { } pause && pause.Until > now ? pause : null)
        .MaxBy(known => known?.Until);

    /// <summary>How much of a limit is left to people.</summary>
    public static int ReserveOf(Allowance allowance, int reserve) => (int)Math.Ceiling(allowance.Limit * reserve / 100.0);

    /// <summary>What is known after an answer.</summary>
    /// <param name="jitter">From 0 to 1: makes those who were refused together not come back together.</param>
    public static BudgetState After(BudgetState state, HostAnswer answer, DateTimeOffset now, double jitter)
    {
        if (answer.Allowance is { } told)
            state = state with { Allowances = state.Allowances.SetItem(answer.Pool, state.Allowances.TryGetValue(answer.Pool, out var known) ? known.With(told) : told) };
        if (answer.IsRefusal) return Refused(state, answer, now, jitter);
        if (answer.IsFailure) return Failed(state, $"it answered {(int)answer.Status}", now, jitter);
        // An answer to what was under way already does not lift what the host asked for meanwhile.
        return state.Pause is { IsForEverybody: true } pause && pause.Until > now ? state with { Failures = 0 } : state with { Pause = null, Refusals = 0, Failures = 0 };
    }

    /// <summary>What is known after a request that got no answer, or a bad one.</summary>
    public static BudgetState Failed(BudgetState state, string why, DateTimeOffset now, double jitter)
    {
        var failures = state.Failures + 1;
        if (failures < FailuresToPause) return state with { Failures = failures };
        var pause = new HostPause(now + Growing(FirstBackOff, LongestBackOff, failures - FailuresToPause, jitter), $"it does not answer well: {why}", IsForEverybody: false);
        return state with { Failures = failures, Pause = Later(state.Pause, pause) };
    }

    private static BudgetState Refused(BudgetState state, HostAnswer answer, DateTimeOffset now, double jitter)
    {
        // The primary limit needs no pause of its own: nothing remains, and it is known until when.
        if (answer.Allowance is { Remaining: 0 } && answer.RetryAfter is null) return state;
        var refusals = state.Refusals + 1;
        var wait = answer.RetryAfter is { } told ? told + (TimeSpan.FromSeconds(1) * jitter) : Growing(FirstWait, LongestWait, refusals - 1, jitter);
        return state with { Refusals = refusals, Pause = Later(state.Pause, new HostPause(now + wait, "it asked for fewer requests", IsForEverybody: true)) };
    }

    private static HostPause? PauseOf(Allowance allowance, int reserve, DateTimeOffset now)
    {
        if (allowance.ResetsAt <= now) return null;
        if (allowance.Remaining == 0) return new HostPause(allowance.ResetsAt, "its limit is used up", IsForEverybody: false);
        return allowance.Remaining <= ReserveOf(allowance, reserve) ? new HostPause(allowance.ResetsAt, $"the rest of its limit ({reserve} %) is kept for you", IsForEverybody: false) : null;
    }

    private static TimeSpan Growing(TimeSpan first, TimeSpan longest, int times, double jitter) =>
        TimeSpan.FromTicks((long)(Math.Min(longest.Ticks, first.Ticks * Math.Pow(2, times)) * (1 + (0.25 * jitter))));

    private static HostPause Later(HostPause? known, HostPause other) => known is not null && known.Until > other.Until ? known : other;
}
