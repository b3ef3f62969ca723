using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Athene.Hosting.Callers;

/// <summary>Who sends a request; a handler gets it by taking a parameter of this type.</summary>
/// <param name="SessionId">The session whose agent calls, if it is one.</param>
public sealed record Caller(CallerKind Kind, string? SessionId = null) : IBindableFromHttpContext<Caller>
{
    public static Caller Unknown { get; } = new(CallerKind.Unknown);

    public static Caller Owner { get; } = new(CallerKind.Owner);

    public static Caller Sidecar { get; } = new(CallerKind.Sidecar);

    public static Caller Session(string sessionId) => new(CallerKind.Session, sessionId);

    /// <summary>The caller of the request in <paramref name="context"/>.</summary>
    public static Caller Of(HttpContext context) => context.Features.Get<Caller>() ?? Unknown;

    static ValueTask<Caller?> IBindableFromHttpContext<Caller>.BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Caller?>(Of(context));
}
