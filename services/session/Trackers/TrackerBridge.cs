using System.Net;
using System.Text.Json;
using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Contracts.Json;

namespace Athene.Session.Trackers;

/// <summary>The tracker-bridge service, through Dapr.</summary>
public sealed class TrackerBridge(HttpClient bridge) : IIssueTracker
{
    /// <summary>The Dapr app id of the service.</summary>
    public const string AppId = "tracker-bridge";

    public async Task<IssueDocument?> FindAsync(ProjectConfiguration project, string issue, CancellationToken cancellationToken)
    {
        var lookup = new IssueLookup(project.Id, project.Path, issue, project.Tracker?.Plugin, project.Repo, project.Tracker?.Path);
        try
        {
            using var response = await bridge.PostAsJsonAsync("/v1/issues/lookup", lookup, AtheneJson.Options, cancellationToken);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadFromJsonAsync<IssueDocument>(AtheneJson.Options, cancellationToken);

            var problem = await ReadProblemAsync(response, cancellationToken);
            if (response.StatusCode is HttpStatusCode.NotFound && problem?.Type == ErrorTypes.IssueNotFound) return null;
            throw problem is null ? Failed(issue, $"it answered {(int)response.StatusCode}") : new AtheneException(problem);
        }
        catch (HttpRequestException unreachable)
        {
            throw Failed(issue, unreachable.Message, unreachable);
        }
    }

    private static async Task<ProblemDocument?> ReadProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json") return null;
        try
        {
            return await response.Content.ReadFromJsonAsync<ProblemDocument>(AtheneJson.Options, cancellationToken);
        }
        catch (JsonException)
        {
            // Its status is all that can be told.
            return null;
        }
    }

    private static AtheneException Failed(string issue, string why, Exception? inner = null) => new(
        ErrorTypes.IssueFetchFailed, StatusCodes.Status502BadGateway, $"Issue {issue} could not be fetched from the tracker bridge: {why}.",
        "'athene status' shows whether it runs. To go on without the issue, use --prompt.", innerException: inner);
}
