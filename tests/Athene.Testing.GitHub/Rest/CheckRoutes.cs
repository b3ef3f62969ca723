using System.Text.Json.Nodes;
using Athene.Testing.GitHub.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Athene.Testing.GitHub.Rest;

/// <summary>Checks, statuses, jobs and their logs over REST.</summary>
internal static class CheckRoutes
{
    public static void MapChecks(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/commits/{sha}/check-runs", Runs);
        repository.MapGet("/commits/{sha}/status", (HttpContext context, string sha) => Answers.Of(StatusDocument.Of(KnownRepository.Of(context), sha)));
        repository.MapGet("/check-runs/{id:long}/annotations", Annotations);
        repository.MapGet("/actions/jobs/{id:long}", (HttpContext context, long id) =>
            Job(context, id) is { } job ? Answers.Of(CheckDocument.Job(KnownRepository.Of(context), job)) : Answers.NotFound());
        repository.MapGet("/actions/jobs/{id:long}/logs", (HttpContext context, long id) =>
            Job(context, id) is { IsEnded: true, Log: not null } ? Results.Redirect($"{context.Request.PathBase}{context.Request.Path}/stored") : Answers.NotFound());
        // Behind the redirect, as at GitHub, is a store that wants no token.
        repository.MapGet("/actions/jobs/{id:long}/logs/stored", (HttpContext context, long id) => Results.Text(Job(context, id)!.Log));
    }

    private static IResult Runs(HttpContext context, string sha)
    {
        var repository = KnownRepository.Of(context);
        var runs = repository.ChecksOf(sha).Select(check => CheckDocument.Of(repository, check)).ToArray();
        return Answers.Page(context, runs, page => new JsonObject { ["total_count"] = runs.Length, ["check_runs"] = page });
    }

    private static IResult Annotations(HttpContext context, long id)
    {
        var repository = KnownRepository.Of(context);
        return repository.FindCheck(id) is { } check
            ? Answers.Page(context, [.. check.Annotations.Select(annotation => CheckDocument.Annotation(repository, check, annotation))])
            : Answers.NotFound();
    }

    private static GitHubCheck? Job(HttpContext context, long id) => KnownRepository.Of(context).FindCheck(id) is { IsJob: true } job ? job : null;
}
