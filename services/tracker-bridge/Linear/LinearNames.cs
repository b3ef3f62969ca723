namespace Athene.TrackerBridge.Linear;

/// <summary>Finds what people call by name and Linear by id: users, labels, the steps of a team.</summary>
public sealed class LinearNames(LinearApi api)
{
    /// <exception cref="Contracts.Errors.AtheneException">There is no such user.</exception>
    internal async Task<string> UserAsync(string? apiUrl, string name, CancellationToken cancellationToken)
    {
        var users = await api.QueryAsync<LinearNodes<LinearUser>>(
            apiUrl, LinearQueries.Users, new { filter = new { displayName = new { eqIgnoreCase = name } } }, "users", cancellationToken);
        return users.Nodes is [var user, ..] ? user.Id : throw LinearProblems.UnknownUser(name);
    }

    /// <summary>The first step of its type, as the team orders them.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The team has none.</exception>
    internal async Task<string> StepAsync(string? apiUrl, string teamId, string type, CancellationToken cancellationToken)
    {
        var filter = new { team = new { id = new { eq = teamId } }, type = new { eq = type } };
        var steps = await api.QueryAsync<LinearNodes<LinearState>>(apiUrl, LinearQueries.States, new { filter }, "workflowStates", cancellationToken);
        return steps.Nodes.MinBy(step => step.Position)?.Id ?? throw LinearProblems.NoStep(type);
    }

    /// <summary>The labels with these names, of the team or of the whole workspace; those that are not there are made.</summary>
    internal async Task<IReadOnlyList<string>> LabelsAsync(string? apiUrl, string teamId, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0) return [];
        var filter = new { or = names.Select(name => new { name = new { eqIgnoreCase = name } }) };
        var known = (await api.QueryAsync<LinearNodes<LinearLabel>>(apiUrl, LinearQueries.Labels, new { filter }, "issueLabels", cancellationToken)).Nodes
            .Where(label => label.Team is null || label.Team.Id == teamId)
            .ToArray();
        List<string> ids = [];
        foreach (var name in names)
        {
            var label = known.FirstOrDefault(label => label.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? await CreateAsync(apiUrl, teamId, name, cancellationToken);
            ids.Add(label.Id);
        }

        return ids;
    }

    private async Task<LinearLabel> CreateAsync(string? apiUrl, string teamId, string name, CancellationToken cancellationToken)
    {
        var made = await api.ChangeAsync<LinearLabelPayload>(
            apiUrl, LinearQueries.CreateLabel, new { input = new { name, teamId } }, "issueLabelCreate", cancellationToken);
        return made.IssueLabel;
    }
}
