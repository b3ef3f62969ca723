using Athene.Contracts.Issues;
using Athene.Hosting.Callers;
using Athene.Session.Projects;
using Athene.Session.Trackers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Athene.Session.Api;

/// <summary>Issues of projects over HTTP. An orchestrator may use those of its project; a worker has its own issue in its task.</summary>
public static class IssueEndpoints
{
    public static void MapIssues(this IEndpointRouteBuilder routes)
    {
        var issues = routes.MapGroup("/v1/projects/{project}/issues");
        issues.MapGet("", ListAsync).AllowProjectSupervisor();
        issues.MapPost("", CreateAsync).AllowProjectSupervisor();
        issues.MapGet("/{issue}", async (string project, string issue, IProjectCatalog projects, IIssueTracker tracker, CancellationToken token) =>
            await tracker.GetAsync(await projects.GetAsync(project, token), issue, token)).AllowProjectSupervisor();
        issues.MapPatch("/{issue}", async (string project, string issue, IssueChanges changes, IProjectCatalog projects, IIssueTracker tracker, CancellationToken token) =>
            await tracker.UpdateAsync(await projects.GetAsync(project, token), issue, changes, token)).AllowProjectSupervisor();
    }

    private static async Task<IssueList> ListAsync(
        string project, string? state, string[]? label, string? assignee, int? limit,
        IProjectCatalog projects, IIssueTracker tracker, CancellationToken cancellationToken)
    {
        var filter = new IssueFilter(IssueSelections.Parse(state), label, assignee, limit ?? IssueFilter.UsualLimit);
        return await tracker.ListAsync(await projects.GetAsync(project, cancellationToken), filter, cancellationToken);
    }

    private static async Task<Created<IssueDocument>> CreateAsync(
        string project, NewIssue body, IProjectCatalog projects, IIssueTracker tracker, CancellationToken cancellationToken)
    {
        var issue = await tracker.CreateAsync(await projects.GetAsync(project, cancellationToken), body, cancellationToken);
        return TypedResults.Created($"/v1/projects/{Uri.EscapeDataString(project)}/issues/{Uri.EscapeDataString(issue.Id)}", issue);
    }
}
