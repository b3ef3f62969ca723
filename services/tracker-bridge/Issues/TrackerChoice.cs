using Athene.Contracts.Errors;
using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Issues;

/// <summary>Finds the tracker that a project's issues are in.</summary>
public sealed class TrackerChoice(IEnumerable<ITracker> trackers)
{
    /// <summary>
    /// The tracker that the project names. One that names none and has issues in its files means these; one on a host means the issues there
    /// (spec trackers-scm-notifiers.md §1). Null: it has none.
    /// </summary>
    /// <exception cref="AtheneException">It names one that Athene does not know.</exception>
    public ITracker? For(IssueSource source)
    {
        if (source.Provider is null && trackers.FirstOrDefault(tracker => tracker.IsEvidentIn(source)) is { } evident) return evident;
        if ((source.Provider ?? source.RepoProvider ?? ProviderNames.OfRepo(source.Repo, source.ApiUrl)) is not { } provider) return null;
        return trackers.FirstOrDefault(tracker => tracker.Provider == provider)
            ?? throw IssueProblems.UnknownTracker(source, provider, trackers.Select(tracker => tracker.Provider));
    }
}
