namespace Athene.TrackerBridge.Linear;

/// <summary>What of Linear's issue is read; its field names are Linear's.</summary>
/// <param name="Creator">Null: a program or somebody outside made it.</param>
internal sealed record LinearIssue(
    string Id,
    string Identifier,
    string Title,
    string? Description,
    string? Url,
    int Priority,
    string? BranchName,
    LinearState State,
    LinearNodes<LinearLabel> Labels,
    LinearUser? Assignee,
    LinearUser? Creator,
    LinearTeam Team)
{
    /// <summary>The selection that fills this record.</summary>
    public const string Fields =
        """
        id identifier title description url priority branchName
        state { id type position } labels { nodes { id name team { id } } }
        assignee { id displayName guest active } creator { id displayName guest active } team { id }
        """;
}
