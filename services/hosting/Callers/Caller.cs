using System.Reflection;
using Athene.Configuration;
using Athene.Contracts.Errors;
using Microsoft.AspNetCore.Http;

namespace Athene.Hosting.Callers;

/// <summary>Who sends a request; a handler gets it by taking a parameter of this type.</summary>
/// <param name="SessionId">The session whose agent calls, if it is one.</param>
/// <param name="LaunchId">Which launch of that agent it is.</param>
/// <param name="ProjectId">All that an agent may see, where its rights go beyond its own session.</param>
public sealed record Caller(CallerKind Kind, string? SessionId = null, string? LaunchId = null, string? ProjectId = null) : IBindableFromHttpContext<Caller>
{
    public static Caller Unknown { get; } = new(CallerKind.Unknown);

    public static Caller Owner { get; } = new(CallerKind.Owner);

    public static Caller Sidecar { get; } = new(CallerKind.Sidecar);

    public static Caller Session(SessionToken token) => new(CallerKind.Session, token.SessionId, token.LaunchId);

    /// <summary>The caller of the request in <paramref name="context"/>.</summary>
    public static Caller Of(HttpContext context) => context.Features.Get<Caller>() ?? Unknown;

    /// <summary>The project that an answer to this caller is about: the one asked for, or an agent's own.</summary>
    /// <exception cref="AtheneException">An agent asks for another project than its own.</exception>
    public string? Within(string? project) => Kind is not CallerKind.Session || project is null || project == ProjectId
        ? project ?? ProjectId
        : throw new AtheneException(
            ErrorTypes.Unauthorized, StatusCodes.Status403Forbidden, $"The token of session {SessionId} is not good for project '{project}'.",
            "An orchestrator's token opens its own project alone.");

    static ValueTask<Caller?> IBindableFromHttpContext<Caller>.BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Caller?>(Of(context));
}
