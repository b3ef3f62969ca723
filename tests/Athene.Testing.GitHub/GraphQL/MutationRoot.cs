using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>What can be done.</summary>
internal static class MutationRoot
{
    public static GraphNode Of(GitHubServer server) => new("Mutation") { { "enqueuePullRequest", arguments => EnqueueAsync(server, arguments["input"]!.AsObject()) } };

    private static async Task<object?> EnqueueAsync(GitHubServer server, JsonObject input)
    {
        var id = (string)input["pullRequestId"]!;
        var pull = server.All.SelectMany(repository => repository.PullRequests).FirstOrDefault(pull => PullRequestNode.IdOf(pull) == id)
            ?? throw new GraphErrorException("NOT_FOUND", $"Could not resolve to a node with the global id of '{id}'");
        if (!pull.Repository.HasMergeQueue) throw new GraphErrorException("UNPROCESSABLE", "The merge queue is not enabled for this branch");
        if ((string?)input["expectedHeadOid"] is { } expected && expected != pull.HeadSha)
            throw new GraphErrorException("UNPROCESSABLE", "Expected head oid does not match the current head oid");
        if (pull.IsQueued) throw new GraphErrorException("UNPROCESSABLE", "Pull request is already in the queue");
        if (!(await PullStanding.OfAsync(pull)).MayBeMerged) throw new GraphErrorException("UNPROCESSABLE", "Pull request is not in a mergeable state");
        await pull.EnqueueAsync();
        return new GraphNode("EnqueuePullRequestPayload") { { "mergeQueueEntry", PullRequestNode.QueueEntry(pull) } };
    }
}
