using Athene.Contracts.Projects;

namespace Athene.Cli.Api;

/// <summary>The project, and the issue in it, that a command's arguments mean.</summary>
internal sealed record IssueTarget(string ProjectId, string? Issue)
{
    /// <summary>Where the issue is in the API, or all issues are.</summary>
    public string Path => $"v1/projects/{Uri.EscapeDataString(ProjectId)}/issues{(Issue is null ? "" : $"/{Uri.EscapeDataString(Issue)}")}";

    /// <param name="project">What <c>--project</c> says; null: what the issue says, or the surroundings do.</param>
    /// <param name="issue"><c>ISSUE</c> or <c>PROJECT/ISSUE</c>.</param>
    public static async Task<IssueTarget> FindAsync(SessionApi api, CliContext context, string? project, string? issue, CancellationToken cancellationToken)
    {
        if (project is not null) return new IssueTarget(project, issue);
        var projects = (await api.GetAsync<ProjectList>("v1/projects", cancellationToken)).Data;
        var (chosen, rest) = ProjectChoice.Target(projects, issue, context.VariableOrNull(ProjectChoice.Variable), context.WorkingDirectory);
        return new IssueTarget(chosen.Id, rest);
    }
}
