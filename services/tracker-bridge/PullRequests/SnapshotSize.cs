using System.Globalization;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>
/// Keeps a snapshot within what a message can carry: the sidecar takes 4 MB, and a character of JSON may need six bytes. Anybody may comment on a public
/// repository, so without a limit anybody could end the supervision of a whole host. Pure.
/// </summary>
internal static class SnapshotSize
{
    private const int MostThreads = 100;

    private const int MostReviews = 50;

    /// <summary>Of all remarks together.</summary>
    private const int MostCharacters = 300_000;

    /// <summary>The snapshot, with fewer and shorter remarks where there are too many; the texts say so.</summary>
    public static PullRequestSnapshot Fit(PullRequestSnapshot snapshot)
    {
        var threads = Trusted(snapshot.Threads, thread => thread.AuthorMayWrite || thread.AuthorIsBot, MostThreads);
        var reviews = Trusted(snapshot.Reviews, review => review.AuthorMayWrite || review.AuthorIsBot, MostReviews);
        var missing = snapshot.Threads.Count - threads.Count + snapshot.Reviews.Count - reviews.Count;
        var share = threads.Sum(thread => thread.Body.Length) + reviews.Sum(review => review.Body.Length) > MostCharacters
            ? MostCharacters / (threads.Count + reviews.Count)
            : int.MaxValue;
        return snapshot with
        {
            Threads = [.. threads.Select((thread, place) => thread with { Body = CutText.Of(thread.Body, share) + (place == threads.Count - 1 ? Missing(missing) : "") })],
            Reviews = [.. reviews.Select(review => review with { Body = CutText.Of(review.Body, share) })],
        };
    }

    // Strangers must not be able to push out what members say.
    private static IReadOnlyList<T> Trusted<T>(IReadOnlyList<T> all, Func<T, bool> isTrusted, int most) =>
        all.Count <= most ? all : [.. all.OrderByDescending(isTrusted).Take(most)];

    private static string Missing(int count) => count > 0
        ? string.Create(CultureInfo.InvariantCulture, $"\n\n({count} more remarks are left out here, and are on the pull request's page)")
        : "";
}
