namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>
/// What is asked of a pull request. One GraphQL request may touch half a million nodes: fifty pull requests with fifty threads of a hundred comments are
/// half of that.
/// </summary>
internal static class PullRequestFields
{
    public const string Check = """
        ... on CheckRun { id name status conclusion detailsUrl startedAt checkSuite { app { slug } workflowRun { event workflow { name } } } }
        ... on StatusContext { id context state targetUrl }
        """;

    public const string Comment = "id body url author { __typename login } authorAssociation";

    public const string Thread = "id isResolved path line originalLine comments(first: 100) { pageInfo { hasNextPage endCursor } nodes { " + Comment + " } }";

    /// <summary>Everything that a snapshot is made of.</summary>
    public const string Snapshot = """
        fragment Snapshot on PullRequest {
          id number url title state isDraft isCrossRepository headRefName headRefOid baseRefName author { __typename login } createdAt additions deletions
          mergeable mergeStateStatus reviewDecision isInMergeQueue
          statusCheckRollup { commit { oid } contexts(first: 100) { pageInfo { hasNextPage endCursor } nodes {
        """ + Check + """
           } } }
          reviewThreads(first: 50) { pageInfo { hasNextPage endCursor } nodes {
        """ + Thread + """
           } }
          reviews(last: 50) { nodes { id state body url author { __typename login } authorAssociation } }
          latestOpinionatedReviews(first: 100, writersOnly: true) { nodes { state } }
        }
        """;

    /// <summary>What changes when anything of it changes, at a hundredth of the price.</summary>
    public const string Fingerprint = """
        fragment Fingerprint on PullRequest {
          updatedAt state isDraft title headRefOid baseRefName mergeable mergeStateStatus reviewDecision isInMergeQueue totalCommentsCount
          statusCheckRollup { state contexts(first: 1) { totalCount checkRunCountsByState { state count } statusContextCountsByState { state count } } }
          reviewThreads(last: 100) { totalCount nodes { isResolved } }
          reviews(last: 1) { totalCount nodes { id state } }
        }
        """;

    /// <summary>Which pull requests come from a branch; the newest first.</summary>
    public const string OfBranch = "orderBy: { field: CREATED_AT, direction: DESC }) { nodes { number state isCrossRepository updatedAt } }";
}
