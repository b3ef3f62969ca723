using Athene.Contracts.Lifecycle;

namespace Athene.Session.Observing;

/// <summary>
/// All that is known of one agent's activity: the newest word of each source. The newest fact that has not expired counts, however weak its
/// source; of two of the same instant the stronger. "Waiting for input" needs an open turn: a question that comes after the agent's last word
/// is no question, and nothing sticks for ever (users-ask.md P3). Immutable and pure.
/// </summary>
public sealed class KnownActivity
{
    /// <summary>How far apart sources tell of one thing.</summary>
    private static readonly TimeSpan SameOccasion = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<Evidence> newest;
    private readonly Evidence? turn;

    private KnownActivity(IReadOnlyList<Evidence> newest, Evidence? turn) => (this.newest, this.turn) = (newest, turn);

    public static KnownActivity Nothing { get; } = new([], null);

    /// <summary>The newest fact, whether it has expired or not; null when nothing is known.</summary>
    public Evidence? Newest => newest.MaxBy(known => (known.At, known.Source));

    /// <summary>With one more fact; one that is older than what its source has said already changes nothing.</summary>
    public KnownActivity With(Evidence? evidence)
    {
        if (evidence is null || newest.Any(known => known.Source == evidence.Source && known.At > evidence.At)) return this;
        return new KnownActivity(
            [.. newest.Where(known => known.Source != evidence.Source), evidence],
            evidence.Turn is Turn.Unsaid || turn?.At > evidence.At ? turn : evidence);
    }

    /// <summary>Everything that has been said lately of what blocks the agent, the newest first: sources say the same in more and fewer words.</summary>
    public IEnumerable<Evidence> Blockers(Evidence counting) => newest
        .Where(known => known.Activity is Activity.Blocked && (counting.At - known.At).Duration() <= SameOccasion)
        .OrderByDescending(known => known.At);

    /// <summary>What counts at an instant, or null when nothing is known.</summary>
    /// <param name="since">When the agent was started; what is older is about an earlier run of it.</param>
    /// <param name="readyThreshold">An agent whose turn ended longer ago is idle.</param>
    public Evidence? At(DateTimeOffset now, DateTimeOffset since, TimeSpan readyThreshold)
    {
        var turnIsClosed = turn is { Turn: Turn.Closed } closed && closed.At >= since;
        var counting = newest
            .Where(known => known.At >= since && known.ExpiresAt > now && !(turnIsClosed && known.Activity is Activity.WaitingInput))
            .OrderByDescending(known => known.At).ThenByDescending(known => known.Source)
            .FirstOrDefault();
        return counting is { Activity: Activity.Ready } && now - counting.At > readyThreshold
            ? counting with { Activity = Activity.Idle }
            : counting;
    }
}
