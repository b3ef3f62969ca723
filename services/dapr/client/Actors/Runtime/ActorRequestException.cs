namespace Athene.Dapr.Actors.Runtime;

/// <summary>The sidecar asked for a turn that this app cannot give.</summary>
internal sealed class ActorRequestException(int statusCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int StatusCode => statusCode;
}
