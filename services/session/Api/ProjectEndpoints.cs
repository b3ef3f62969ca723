using Athene.Contracts.Projects;
using Athene.Hosting.Callers;
using Athene.Session.Projects;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Athene.Session.Api;

/// <summary>Registered projects over HTTP.</summary>
public static class ProjectEndpoints
{
    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var projects = routes.MapGroup("/v1/projects");
        projects.MapGet("", ListAsync).AllowAnySupervisor();
        projects.MapPost("", AddAsync);
        projects.MapDelete("/{id}", (string id, IProjectCatalog catalog, CancellationToken token) => catalog.RemoveAsync(id, token));
    }

    private static async Task<ProjectList> ListAsync(Caller caller, IProjectCatalog catalog, CancellationToken cancellationToken)
    {
        var projects = await catalog.ListAsync(cancellationToken);
        return new(caller.ProjectId is { } own ? [.. projects.Where(project => project.Id == own)] : projects);
    }

    private static async Task<Created<ProjectDocument>> AddAsync(
        ProjectRequest request, IProjectCatalog catalog, CancellationToken cancellationToken)
    {
        var project = await catalog.AddAsync(request, cancellationToken);
        return TypedResults.Created($"/v1/projects/{project.Id}", project);
    }
}
