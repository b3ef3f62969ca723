using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Cleaning;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Notices;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Facts;

/// <summary>
/// All that a supervisor keeps of its session: what it knows (each fact with a version), what is under way, and what it has decided and not yet
/// carried out. Stored as one document, so that a decision and its effects are one write.
/// </summary>
public sealed record SupervisionState
{
    public string SessionId { get; init; } = "";

    /// <summary>The event of the history that <see cref="Session"/> is from.</summary>
    public long SessionVersion { get; init; }

    /// <summary>The session as it was last heard of; null before that, and once it is forgotten.</summary>
    public SessionDocument? Session { get; init; }

    /// <summary>What the agent has last said of itself.</summary>
    public ReportFact? Report { get; init; }

    /// <summary>Pull requests by their key, each at the highest revision heard of. Not all are the session's: see <see cref="OwnPullRequests"/>.</summary>
    public ImmutableSortedDictionary<string, PullRequestSnapshot> PullRequests { get; init; } = ImmutableSortedDictionary<string, PullRequestSnapshot>.Empty;

    /// <summary>Pull requests, by their key, of which some commit has had checks: a commit of theirs without any is one whose checks have not begun.</summary>
    public ImmutableSortedSet<string> Checked { get; init; } = [];

    /// <summary>What is wrong at present, or was until just now, by <see cref="Incident.Id"/>.</summary>
    public ImmutableSortedDictionary<string, Incident> Incidents { get; init; } = ImmutableSortedDictionary<string, Incident>.Empty;

    /// <summary>What people were told last of where it stands; null: nothing yet.</summary>
    public Seen? Seen { get; init; }

    /// <summary>Since when its open pull requests are at the commits at which they are.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> HeadsSince { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Its work is merged, and its workspace is to go; null: not so.</summary>
    public CleanupWatch? Cleanup { get; init; }

    /// <summary>What was refused last, and why: the same is told to a person once.</summary>
    public string? LastRefusal { get; init; }

    /// <summary>The last move that was asked of the session service; the same is not asked again of the same session.</summary>
    public string? AskedMove { get; init; }

    /// <summary>The last pause whose end was seen to.</summary>
    public string? EndedPause { get; init; }

    /// <summary>Decided and not yet carried out, in order.</summary>
    public ImmutableList<PendingEffect> Outbox { get; init; } = [];

    /// <summary>Numbers effects.</summary>
    public long LastEffect { get; init; }

    /// <summary>When the supervisor is to be woken, as far as its reminder is set.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>The session has ended, or its end is decided: nothing that Athene says on its own is for its agent any more.</summary>
    [JsonIgnore]
    public bool IsEnding => Session is null or { Lifecycle.IsTerminal: true } || Cleanup is { AskedFor: not null };

    /// <summary>What is known of the pull requests that the session owns, the primary one first.</summary>
    public IEnumerable<PullRequestSnapshot> OwnPullRequests() => (Session?.Prs ?? [])
        .Select(pr => PullRequests.GetValueOrDefault(PullRequestUrl.KeyOf(pr.Url)))
        .OfType<PullRequestSnapshot>();
}
