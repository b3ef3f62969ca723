using System.Text.Json.Nodes;
using Athene.Testing.GitHub.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Athene.Testing.GitHub.Rest;

/// <summary>Pull requests over REST.</summary>
internal static class PullRoutes
{
    public static void MapPulls(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("", (HttpContext context) => Answers.Of(RepositoryDocument.Of(KnownRepository.Of(context))));
        repository.MapGet("/pulls", List);
        repository.MapGet("/pulls/{number:int}", GetAsync);
        repository.MapPut("/pulls/{number:int}/merge", MergeAsync);
    }

    private static IResult List(HttpContext context, string state = "open")
    {
        var pulls = KnownRepository.Of(context).PullRequests.Where(pull => state == "all" || pull.IsOpen == (state == "open"));
        return Answers.Page(context, [.. pulls.OrderByDescending(pull => pull.UpdatedAt).Select(PullRequestDocument.Summary)]);
    }

    private static async Task<IResult> GetAsync(HttpContext context, int number) =>
        KnownRepository.Of(context).Find(number) is { } pull ? Answers.Of(await PullRequestDocument.OfAsync(pull)) : Answers.NotFound();

    private static async Task<IResult> MergeAsync(HttpContext context, int number, JsonObject wish)
    {
        if (KnownRepository.Of(context).Find(number) is not { } pull) return Answers.NotFound();
        if ((string?)wish["sha"] is { } sha && sha != pull.HeadSha) return Answers.Refused(StatusCodes.Status409Conflict, "Head branch was modified. Review and try the merge again.");
        if (pull.Repository.HasMergeQueue)
            return Answers.Refused(StatusCodes.Status405MethodNotAllowed, "Changes must be made through the merge queue");
        if (!pull.IsOpen || !(await PullStanding.OfAsync(pull)).MayBeMerged) return Answers.Refused(StatusCodes.Status405MethodNotAllowed, "Pull Request is not mergeable");
        var merged = await pull.MergeNowAsync((string?)wish["merge_method"] ?? "merge");
        return Answers.Of(new JsonObject { ["sha"] = merged, ["merged"] = true, ["message"] = "Pull Request successfully merged" });
    }
}
