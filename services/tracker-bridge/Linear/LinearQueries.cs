namespace Athene.TrackerBridge.Linear;

/// <summary>What Linear is asked. Whatever anybody wrote goes along as a variable.</summary>
internal static class LinearQueries
{
    public const string Issues =
        $$"""
        query($filter: IssueFilter, $first: Int, $archived: Boolean) {
          issues(filter: $filter, first: $first, includeArchived: $archived, orderBy: createdAt) { nodes { {{LinearIssue.Fields}} } }
        }
        """;

    public const string States = "query($filter: WorkflowStateFilter) { workflowStates(filter: $filter, first: 250) { nodes { id type position } } }";

    public const string Users = "query($filter: UserFilter) { users(filter: $filter) { nodes { id displayName guest active } } }";

    public const string Labels = "query($filter: IssueLabelFilter) { issueLabels(filter: $filter, first: 250) { nodes { id name team { id } } } }";

    public const string CreateLabel =
        "mutation($input: IssueLabelCreateInput!) { issueLabelCreate(input: $input) { success issueLabel { id name team { id } } } }";

    public const string CreateIssue = $$"""mutation($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { {{LinearIssue.Fields}} } } }""";

    public const string UpdateIssue =
        $$"""mutation($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) { success issue { {{LinearIssue.Fields}} } } }""";

    public const string CreateComment = "mutation($input: CommentCreateInput!) { commentCreate(input: $input) { success } }";
}
