using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Issues;

/// <summary>One kind of issue tracker (spec trackers-scm-notifiers.md §1). An unknown issue is null; that nobody can tell is an exception.</summary>
public interface ITracker
{
    /// <summary>What a configuration calls it.</summary>
    string Provider { get; }

    /// <summary>Whether a project that names no tracker evidently uses this one.</summary>
    bool IsEvidentIn(IssueSource source) => false;

    /// <summary>The issue, or null when the tracker does not know it.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The tracker could not answer.</exception>
    Task<IssueDocument?> FindAsync(IssueLookup lookup, CancellationToken cancellationToken);

    /// <summary>The issues that fit, the newest first.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The tracker could not answer.</exception>
    Task<IReadOnlyList<IssueDocument>> ListAsync(IssueQuery query, CancellationToken cancellationToken);

    /// <summary>Changes the issue; doing it again changes nothing more, except that a comment is made again. Null when the tracker does not know it.</summary>
    /// <returns>The issue as it is then.</returns>
    /// <exception cref="Contracts.Errors.AtheneException">The tracker could not, or would not, do all of it.</exception>
    Task<IssueDocument?> UpdateAsync(IssueUpdate update, CancellationToken cancellationToken);

    /// <exception cref="Contracts.Errors.AtheneException">The tracker could not, or would not.</exception>
    Task<IssueDocument> CreateAsync(IssueCreation creation, CancellationToken cancellationToken);
}
