using Athene.Contracts.Errors;

namespace Athene.Session.Projects;

/// <summary>Refusals about projects.</summary>
public static class ProjectErrors
{
    public static AtheneException NotFound(string projectId) => new(
        ErrorTypes.ProjectNotFound, StatusCodes.Status404NotFound, $"There is no project '{projectId}'.",
        "'athene project ls' shows all projects; 'athene project add PATH' registers one.");

    public static AtheneException InvalidId(string what, string id) => new(
        ErrorTypes.ProjectInvalid, StatusCodes.Status400BadRequest, $"'{id}' cannot be the {what} of a project.",
        $"Use letters, digits, '_' and '-': --{what} NAME");

    public static AtheneException InvalidPath(string path, string why, string hint) => new(
        ErrorTypes.ProjectInvalid, StatusCodes.Status400BadRequest, $"'{path}' cannot be a project: {why}", hint);

    public static AtheneException Configured(string projectId, string? file) => new(
        ErrorTypes.ProjectConflict, StatusCodes.Status409Conflict, $"Project '{projectId}' stands in the configuration {file}.",
        "Change it there, and run 'athene down' and 'athene up'.");

    public static AtheneException IdTaken(string projectId, string path) => new(
        ErrorTypes.ProjectConflict, StatusCodes.Status409Conflict, $"'{projectId}' is the project at {path} already.",
        "Give the new one another name: --id NAME");

    public static AtheneException PathTaken(string path, string projectId) => new(
        ErrorTypes.ProjectConflict, StatusCodes.Status409Conflict, $"{path} is registered already, as '{projectId}'.",
        $"Use it, or forget it first: athene project rm {projectId}");

    public static AtheneException PrefixTaken(string projectId, string prefix, string rival) => new(
        ErrorTypes.ProjectConflict, StatusCodes.Status409Conflict,
        $"Sessions of '{projectId}' would be called '{prefix}-1' like those of '{rival}'.",
        $"Give it another prefix: --prefix {prefix}2");

    public static AtheneException InUse(string projectId, IReadOnlyList<string> live) => new(
        ErrorTypes.ProjectInUse, StatusCodes.Status409Conflict,
        $"Project '{projectId}' has live sessions: {string.Join(", ", live)}.", "End them first: athene kill ID");
}
