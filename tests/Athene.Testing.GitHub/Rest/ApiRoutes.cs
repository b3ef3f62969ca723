using Athene.Testing.GitHub.GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Athene.Testing.GitHub.Rest;

/// <summary>The addresses of the APIs: at the root as on api.github.com, and below <c>/api/v3</c> as on an enterprise host.</summary>
internal static class ApiRoutes
{
    public static void MapApis(this IEndpointRouteBuilder app, GitHubServer server)
    {
        foreach (var root in (string[])["", "/api/v3"])
        {
            var api = app.MapGroup(root);
            var repository = api.MapGroup("/repos/{owner}/{name}").AddEndpointFilter(new KnownRepository(server));
            repository.MapPulls();
            repository.MapIssues();
            repository.MapChecks();
            api.MapAccounts(server);
        }

        foreach (var path in (string[])["/graphql", "/api/graphql"]) app.MapPost(path, context => GraphEndpoint.AnswerAsync(server, context));
        app.MapFallback(context => ApiConversation.RefuseAsync(context.Response, StatusCodes.Status404NotFound, "Not Found"));
    }
}
