using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.Hosting.Invocation;

namespace Athene.Lifecycle.PullRequests;

/// <summary>The tracker bridge, through Dapr.</summary>
public sealed class PullRequestBridge(HttpClient bridge) : IPullRequests
{
    /// <summary>The Dapr app id of the service.</summary>
    public const string AppId = "tracker-bridge";

    public Task<MergeResult> MergeAsync(MergeRequest request, CancellationToken cancellationToken) =>
        AskAsync<MergeRequest, MergeResult>("merge", request, cancellationToken);

    public Task<FailureReport> FailuresAsync(FailureLookup lookup, CancellationToken cancellationToken) =>
        AskAsync<FailureLookup, FailureReport>("failures", lookup, cancellationToken);

    private Task<TAnswer> AskAsync<TQuestion, TAnswer>(string what, TQuestion question, CancellationToken cancellationToken) =>
        bridge.AskAsync<TQuestion, TAnswer>(
            $"/v1/pull-requests/{what}",
            question,
            (why, inner) => new AtheneException(
                ErrorTypes.NotRunning, StatusCodes.Status503ServiceUnavailable, $"The tracker bridge could not be asked: {why}.",
                "'athene status' shows whether it runs.", innerException: inner),
            cancellationToken);
}
