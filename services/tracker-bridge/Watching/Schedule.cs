using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Watching;

/// <summary>
/// What is to be read when. It is not stored: a bridge that starts reads everything once, so that no hint of an earlier run is needed.
/// </summary>
public sealed class Schedule(PollingConfiguration polling, TimeProvider time)
{
    /// <summary>Pull requests that one request asks for at most.</summary>
    public const int MostAtOnce = 50;

    /// <summary>What is due this part of its interval later is read along with what is due now, so that targets come to be read together.</summary>
    private const double Early = 0.25;

    /// <summary>How long a hint that nobody waits for may wait for others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<WatchTarget, TargetFacts> targets = [];
    private readonly Dictionary<WatchedHost, HostStanding> hosts = [];
    private readonly Dictionary<(WatchedHost Host, string Repo), WebhookStanding> webhooks = [];
    private TaskCompletionSource changed = NewChange();
    private long hints;

    /// <summary>Ends as soon as something may be due earlier than it was.</summary>
    public Task WhenChanged
    {
        get
        {
            lock (gate) return changed.Task;
        }
    }

    /// <summary>Watches these targets and no others; new ones are due at once.</summary>
    public void Follow(IReadOnlyCollection<WatchTarget> wanted)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            foreach (var gone in targets.Keys.Except(wanted).ToList()) targets.Remove(gone);
            foreach (var target in wanted) targets.TryAdd(target, new TargetFacts(now, now));
            foreach (var gone in hosts.Keys.Except(targets.Keys.Select(target => target.Host)).ToList()) hosts.Remove(gone);
            Wake();
        }
    }

    /// <summary>Makes targets due sooner, however often it is said.</summary>
    public void Hint(Func<WatchTarget, PullRequestFacts?, Urgency> urgency)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            hints++;
            foreach (var (target, facts) in targets.ToList())
            {
                var due = urgency(target, facts.PullRequest) switch
                {
                    Urgency.Now => now,
                    Urgency.Soon => now + Patience,
                    _ => DateTimeOffset.MaxValue,
                };
                if (due == DateTimeOffset.MaxValue) continue;
                targets[target] = facts with { LastHint = hints, DueAt = due < facts.DueAt ? due : facts.DueAt };
            }

            Wake();
        }
    }

    /// <summary>Notes that a repository reports its changes.</summary>
    public void HearOf(WatchedHost host, string repo)
    {
        lock (gate) webhooks[Key(host, repo)] = StandingOf(host, repo) with { HeardAt = time.GetUtcNow() };
    }

    /// <summary>What can be asked now, at most one request a host. Each must be settled before its host is asked again.</summary>
    public IReadOnlyList<DueTargets> Take()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            List<DueTargets> taken = [.. targets.Where(target => target.Value.DueAt <= now).Select(target => target.Key.Host).Distinct()
                .Where(host => HostOf(host) is { IsAsked: false } standing && standing.NotBefore <= now)
                .Select(host => TargetsAt(host, now))];
            foreach (var due in taken) hosts[due.Host] = HostOf(due.Host) with { IsAsked = true };
            return taken;
        }
    }

    /// <summary>Takes in what a reading brought.</summary>
    /// <returns>The host as it stood before, and as it stands now.</returns>
    public (HostStanding Before, HostStanding After) Settle(DueTargets asked, IReadOnlyList<TargetReading> readings)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var problem = readings.All(reading => reading is { Problem: not null, IsAnswered: false }) ? readings.Select(reading => reading.Problem).FirstOrDefault() : null;
            foreach (var reading in readings)
            {
                if (targets.TryGetValue(reading.Target, out var before)) targets[reading.Target] = After(before, reading, asked, problem is not null);
            }

            return Settle(asked.Host, problem, now);
        }
    }

    /// <summary>When something is to be asked, or null when only a change can bring that about.</summary>
    public DateTimeOffset? NextAt()
    {
        lock (gate)
        {
            var next = targets
                .Select(target => (target.Value.DueAt, Host: HostOf(target.Key.Host)))
                .Where(target => !target.Host.IsAsked && target.DueAt < DateTimeOffset.MaxValue)
                .Select(target => target.DueAt > target.Host.NotBefore ? target.DueAt : target.Host.NotBefore)
                .DefaultIfEmpty(DateTimeOffset.MaxValue)
                .Min();
            return next == DateTimeOffset.MaxValue ? null : next;
        }
    }

    /// <summary>What is known of a target; null: nothing yet.</summary>
    public PullRequestFacts? Known(WatchTarget target)
    {
        lock (gate) return targets.GetValueOrDefault(target)?.PullRequest;
    }

    /// <summary>All of it, for people to look at.</summary>
    public ScheduleView View()
    {
        lock (gate) return new ScheduleView(targets.ToDictionary(), hosts.ToDictionary(), webhooks.ToDictionary());
    }

    private TargetFacts After(TargetFacts before, TargetReading reading, DueTargets asked, bool isHostAway)
    {
        var now = time.GetUtcNow();
        if (reading.Problem is { } problem)
        {
            // What a host that is away owes is due as soon as it may be asked again; what it alone does not tell can wait.
            return before with { Problem = problem.Message, DueAt = isHostAway ? now : now + polling.Quiet };
        }

        if (reading.IsUnchanged) reading = reading with { Found = before.PullRequest, ChangedAt = before.ChangedAt };
        if (reading.WasNews && before is { ReadAt: not null, IsHinted: false }) Miss(reading.Target, now);
        var facts = before with
        {
            Problem = null,
            PullRequest = reading.Found,
            ReadAt = asked.TakenAt,
            ReadUpTo = asked.LastHint,
            ChangedAt = reading.ChangedAt ?? before.ChangedAt,
            AwaitsEcho = before is { IsHinted: true, AwaitsEcho: false } && reading.ChangedAt == before.ChangedAt,
        };
        facts = facts with { Interval = IntervalOf(reading.Target, facts, now) };
        // A hint that came while the host was asked may be of something that the answer does not have yet.
        if (facts.IsHinted) return facts with { DueAt = now };
        return facts with { DueAt = facts.Interval == PollingRules.Never ? DateTimeOffset.MaxValue : now + facts.Interval };
    }

    private TimeSpan IntervalOf(WatchTarget target, TargetFacts facts, DateTimeOffset now) => facts.AwaitsEcho
        ? PollingRules.Settling
        : PollingRules.IntervalOf(facts, StandingOf(target.Host, target.Query.Repo).WorksAt(now), polling, now);

    private (HostStanding Before, HostStanding After) Settle(WatchedHost host, AtheneException? problem, DateTimeOffset now)
    {
        var before = HostOf(host);
        var failures = problem is null ? 0 : before.Failures + 1;
        var after = new HostStanding
        {
            NotBefore = now + (problem is null ? HostPace.Spacing : HostPace.PauseAfter(problem, failures)),
            Failures = failures,
            Problem = problem?.Message,
            AwaySince = problem is null ? null : before.AwaySince ?? now,
            AnsweredAt = problem is null ? now : before.AnsweredAt,
        };
        hosts[host] = after;
        Wake();
        return (before, after);
    }

    private DueTargets TargetsAt(WatchedHost host, DateTimeOffset now)
    {
        List<WatchTarget> due = [.. targets.Where(target => target.Key.Host == host && IsDue(target.Value, now))
            .OrderBy(target => target.Value.DueAt).Select(target => target.Key).Take(MostAtOnce)];
        var certain = due.Where(target => targets[target] is { IsHinted: true } or { AwaitsEcho: true } or { ReadAt: null }).ToHashSet();
        return new DueTargets(host, due, certain, now, hints);
    }

    private static bool IsDue(TargetFacts facts, DateTimeOffset now) =>
        facts.DueAt <= now || (facts.DueAt < DateTimeOffset.MaxValue && facts.DueAt - now <= facts.Interval * Early);

    private HostStanding HostOf(WatchedHost host) => hosts.GetValueOrDefault(host) ?? new HostStanding();

    private WebhookStanding StandingOf(WatchedHost host, string repo) => webhooks.GetValueOrDefault(Key(host, repo)) ?? new WebhookStanding(null, null);

    private void Miss(WatchTarget target, DateTimeOffset now) =>
        webhooks[Key(target.Host, target.Query.Repo)] = StandingOf(target.Host, target.Query.Repo) with { MissedAt = now };

    private static (WatchedHost Host, string Repo) Key(WatchedHost host, string repo) => (host, repo.ToLowerInvariant());

    private void Wake()
    {
        changed.TrySetResult();
        changed = NewChange();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
