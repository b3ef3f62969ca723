namespace Athene.TrackerBridge.PullRequests;

/// <summary>
/// Finds out cheaply which pull requests of one kind of host may have changed since they were last read. What a mark stands for is remembered only when
/// the caller says that it has the data (<see cref="Commit"/>), so that a failed read is never taken for an unchanged pull request.
/// </summary>
public interface IChangeProbe
{
    /// <summary>What a configuration calls the host.</summary>
    string Provider { get; }

    /// <summary>A mark for each query that has to be read again: it changed, nobody can tell, or it was not read in full for too long.</summary>
    Task<IReadOnlyList<ChangeMark>> ChangedAsync(IReadOnlyList<PullRequestQuery> queries, CancellationToken cancellationToken);

    /// <summary>Says that what the mark stands for has been read without a problem, and kept.</summary>
    void Commit(ChangeMark mark);
}
