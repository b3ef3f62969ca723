using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Issues;

/// <summary>One kind of issue tracker.</summary>
public interface ITracker
{
    /// <summary>What a configuration calls it.</summary>
    string Provider { get; }

    /// <summary>Whether a project that names no tracker evidently uses this one.</summary>
    bool IsEvidentIn(IssueLookup lookup);

    /// <summary>The issue, or null when the tracker does not know it.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The tracker could not answer.</exception>
    Task<IssueDocument?> FindAsync(IssueLookup lookup, CancellationToken cancellationToken);
}
