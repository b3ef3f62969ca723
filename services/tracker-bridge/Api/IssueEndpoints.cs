using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.TrackerBridge.Issues;
using Athene.TrackerBridge.Sessions;

namespace Athene.TrackerBridge.Api;

/// <summary>Issues, and the sessions that work on them.</summary>
internal static class IssueEndpoints
{
    public static void MapIssues(this IEndpointRouteBuilder app)
    {
        var issues = app.MapGroup("/v1/issues");
        issues.MapPost("/lookup", (IssueLookup lookup, IssueDesk desk, CancellationToken token) => desk.LookupAsync(lookup, token));
        issues.MapPost("/list", (IssueQuery query, IssueDesk desk, CancellationToken token) => desk.ListAsync(query, token));
        issues.MapPost("/update", (IssueUpdate update, IssueDesk desk, CancellationToken token) => desk.UpdateAsync(update, token));
        issues.MapPost("/create", (IssueCreation creation, IssueDesk desk, CancellationToken token) => desk.CreateAsync(creation, token));
        app.MapGet("/v1/projects/{project}/issues/{issue}/session", FindSessionAsync);
    }

    private static async Task<IssueSession> FindSessionAsync(string project, string issue, IssueSessions sessions, CancellationToken token) =>
        await sessions.FindAsync(project, issue, token) ?? throw new AtheneException(
            ErrorTypes.SessionNotFound,
            StatusCodes.Status404NotFound,
            $"No session has worked on issue '{issue}' of project '{project}'.",
            $"Start one with 'athene spawn {issue} --project {project}'.");
}
