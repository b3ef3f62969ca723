using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitLab.MergeRequests.Documents;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>Merges merge requests: at once, when the pipeline has succeeded, or through the merge train where the project has one.</summary>
public sealed class GitLabMerger(GitLabApi api, GitLabMergeRequests mergeRequests) : IPullRequestMerger
{
    public string Provider => ProviderNames.GitLab;

    public async Task<MergeResult> MergeAsync(MergeRequest request, int number, CancellationToken cancellationToken)
    {
        var project = mergeRequests.ProjectOf(request.PullRequest);
        var mr = await mergeRequests.FindAsync(project, number, cancellationToken) ?? throw MergeProblems.NotFound(project.Path, number);
        if (mr.Sha != request.ExpectedHeadSha) throw MergeProblems.HeadMoved(project.Path, number, request.ExpectedHeadSha, mr.Sha);
        if (mr.IsMerged) return new MergeResult(true, mr.MergedSha);
        if (!mr.IsOpen) throw MergeProblems.NotOpen(project.Path, number);
        if (mr.MergeWhenPipelineSucceeds) return new MergeResult(false);

        var settings = await api.FindAsync<GitLabProjectSettings>(project, project.At(""), cancellationToken)
            ?? throw MergeProblems.NotFound(project.Path, number);
        RequireMethod(request.Method, settings, number);
        return settings.MergeTrainsEnabled
            ? await JoinTrainAsync(project, request, number, cancellationToken)
            : await MergeAsync(project, mr, request, cancellationToken);
    }

    // How commits get to the base is the project's own choice; Athene can only choose whether they are squashed before.
    private static void RequireMethod(MergeMethod method, GitLabProjectSettings settings, int number)
    {
        if (method is MergeMethod.Rebase && settings.MergeMethod is null or "merge")
            throw MergeProblems.Blocked(settings.PathWithNamespace, number, "a rebase is wanted, and this project's merge method on GitLab is a merge commit");
    }

    private async Task<MergeResult> MergeAsync(GitLabProject project, GitLabMergeRequest mr, MergeRequest request, CancellationToken cancellationToken)
    {
        var waits = mr.DetailedMergeStatus == "ci_still_running";
        var merge = new GitLabMerge(
            request.ExpectedHeadSha, request.Method is MergeMethod.Squash, AutoMerge: waits, MergeWhenPipelineSucceeds: waits, ShouldRemoveSourceBranch: false);
        var merged = await TakenAsync(project, mr.Iid, request, () => api.SendAsync<GitLabMerge, GitLabMergeRequest>(
            HttpMethod.Put, project, $"{GitLabMergeRequests.PathOf(project, mr.Iid)}/merge", merge, cancellationToken));
        return merged.IsMerged ? new MergeResult(true, merged.MergedSha) : new MergeResult(false);
    }

    private async Task<MergeResult> JoinTrainAsync(GitLabProject project, MergeRequest request, int number, CancellationToken cancellationToken)
    {
        var entry = new GitLabTrainEntry(request.ExpectedHeadSha, request.Method is MergeMethod.Squash, AutoMerge: true, WhenPipelineSucceeds: true);
        await TakenAsync(project, number, request, () => api.SendAsync<GitLabTrainEntry, JsonElement>(
            HttpMethod.Post, project, project.At($"/merge_trains/merge_requests/{number}"), entry, cancellationToken));
        return new MergeResult(false);
    }

    // GitLab's 405 and 422 say that it cannot be merged, its 409 that the head is another one by now.
    private static async Task<T> TakenAsync<T>(GitLabProject project, int number, MergeRequest request, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AtheneException refused) when (refused.InnerException is HttpRequestException { StatusCode: { } status })
        {
            throw (int)status switch
            {
                StatusCodes.Status405MethodNotAllowed or StatusCodes.Status422UnprocessableEntity or StatusCodes.Status400BadRequest =>
                    MergeProblems.Blocked(project.Path, number, refused.Message),
                StatusCodes.Status409Conflict => MergeProblems.HeadMoved(project.Path, number, request.ExpectedHeadSha, "another one"),
                _ => refused,
            };
        }
    }
}
