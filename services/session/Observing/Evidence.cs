using Athene.Contracts.Lifecycle;

namespace Athene.Session.Observing;

/// <summary>One fact about what an agent does: a claim with a source, a time and an end (users-ask.md P3).</summary>
/// <param name="At">When it became so, by the source's own clock; not when it was heard of.</param>
/// <param name="ExpiresAt">From then on it says nothing any more.</param>
/// <param name="Detail">A short text for people: the question on the screen, the tool that waits for leave, the error.</param>
public sealed record Evidence(
    Activity Activity, EvidenceSource Source, DateTimeOffset At, DateTimeOffset ExpiresAt, Turn Turn = Turn.Unsaid, string? Detail = null)
{
    /// <summary>All that was said, where <see cref="Detail"/> is only its beginning.</summary>
    public string? Said { get; init; }

    /// <summary>A model or a tool may be silent for so long without anything being wrong.</summary>
    private static readonly TimeSpan ActiveLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Limits and outages of a provider pass; the agent often does not say when.</summary>
    private static readonly TimeSpan BlockedLifetime = TimeSpan.FromHours(1);

    /// <summary>A question may wait for its person until the next morning.</summary>
    private static readonly TimeSpan RestingLifetime = TimeSpan.FromHours(12);

    public Confidence Confidence => Source switch
    {
        EvidenceSource.Process or EvidenceSource.Hook or EvidenceSource.Native => Confidence.High,
        EvidenceSource.Terminal => Confidence.Medium,
        _ => Confidence.Low,
    };

    /// <summary>A fact with the lifetime that is usual for its kind.</summary>
    public static Evidence Of(Activity activity, EvidenceSource source, DateTimeOffset at, Turn turn = Turn.Unsaid, string? detail = null) =>
        new(activity, source, at, at + LifetimeOf(activity), turn, detail);

    /// <summary>The same fact as of now at the latest: what a clock that is ahead says must not outweigh everything that comes.</summary>
    public Evidence NotAfter(DateTimeOffset now) => At > now ? this with { At = now, ExpiresAt = now + (ExpiresAt - At) } : this;

    /// <summary>How long a fact of this kind holds when nothing newer comes.</summary>
    public static TimeSpan LifetimeOf(Activity activity) => activity switch
    {
        Activity.Active => ActiveLifetime,
        Activity.Blocked => BlockedLifetime,
        _ => RestingLifetime,
    };
}
