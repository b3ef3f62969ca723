namespace Athene.TrackerBridge.PullRequests;

/// <summary>Reads many pull requests of one kind of host in as few requests as it can.</summary>
public interface IPullRequestReader
{
    /// <summary>What a configuration calls the host.</summary>
    string Provider { get; }

    /// <summary>One reading a query, in their order. What the host would not tell is a reading with a problem, never an exception.</summary>
    Task<IReadOnlyList<PullRequestReading>> ReadAsync(IReadOnlyList<PullRequestQuery> queries, CancellationToken cancellationToken);
}
