using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;
using Microsoft.Extensions.Primitives;

namespace Athene.Sidecar.Actors;

/// <summary>A call of an actor's method.</summary>
/// <param name="Caller">The app whose sidecar port the call came in on.</param>
/// <param name="Method">The method's name as it goes into the path: escaped, and with the query if there is one.</param>
/// <param name="Headers">What the caller sent along; what belongs to the sidecar itself is left out on the way.</param>
internal sealed record ActorCall(
    HostedApp Caller, ActorKey Actor, string Method, IEnumerable<KeyValuePair<string, StringValues>> Headers, ReadOnlyMemory<byte> Body, TraceHop Hop)
{
    public const string ReentrancyHeader = "Dapr-Reentrancy-Id";
}
