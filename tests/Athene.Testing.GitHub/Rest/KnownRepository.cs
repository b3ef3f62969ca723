using Microsoft.AspNetCore.Http;

namespace Athene.Testing.GitHub.Rest;

/// <summary>Gives endpoints the repository of their address, and answers 404 for one that is not there.</summary>
internal sealed class KnownRepository(GitHubServer server) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var values = context.HttpContext.Request.RouteValues;
        var (fullName, request) = ($"{values["owner"]}/{values["name"]}", context.HttpContext.Request);
        if (server.FormerNames.GetValueOrDefault(fullName) is { } now)
        {
            var address = $"{request.PathBase}{request.Path}{request.QueryString}".Replace($"/repos/{fullName}", $"/repos/{now}", StringComparison.Ordinal);
            return Results.Redirect(address, permanent: true, preserveMethod: request.Method != HttpMethods.Get);
        }

        if (server.Find((string)values["owner"]!, (string)values["name"]!) is not { } repository) return Answers.NotFound();
        context.HttpContext.Items[typeof(GitHubRepository)] = repository;
        return await next(context);
    }

    public static GitHubRepository Of(HttpContext context) => (GitHubRepository)context.Items[typeof(GitHubRepository)]!;
}
