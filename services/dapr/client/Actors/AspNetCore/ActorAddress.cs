using Athene.Dapr.Actors.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Athene.Dapr.Actors.AspNetCore;

/// <summary>The actor, and the method, reminder or timer, that a request's path names.</summary>
internal sealed record ActorAddress(string ActorType, ActorId ActorId, string Name)
{
    /// <summary>Reads the path as it was sent: ids may hold slashes and dots, which a decoded path cannot tell from its own.</summary>
    /// <param name="context">The request, whose path fits its route.</param>
    /// <param name="tail">How many segments come after the actor's id.</param>
    /// <exception cref="ActorRequestException">The path names no actor.</exception>
    public static ActorAddress Of(HttpContext context, int tail)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        string[] path = [.. target.Split('?')[0].Split('/').Select(Uri.UnescapeDataString)];
        var id = path[^(tail + 1)];
        return string.IsNullOrWhiteSpace(id)
            ? throw new ActorRequestException(StatusCodes.Status400BadRequest, $"'{target}' names no actor.")
            : new ActorAddress(path[^(tail + 2)], new ActorId(id), path[^1]);
    }
}
