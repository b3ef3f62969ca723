using System.Buffers;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.PubSub;

/// <summary>What a publisher may say about a message. It comes along as headers, and so has to fit into one: a message that cannot be sent would be tried for ever.</summary>
internal static class MessageMetadata
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <exception cref="DaprException">A name or a value does not fit into a header.</exception>
    public static void Check(PublishRequest request)
    {
        foreach (var (name, value) in request.Metadata)
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters) || value.Any(char.IsControl))
                throw new DaprException(400, "ERR_PUBSUB_REQUEST_METADATA",
                    $"failed deserializing metadata for topic {request.Topic} pubsub {request.PubSub}: '{name}' and its value have to fit into a header. Use letters, digits and dashes in the name and no control characters in the value.");
    }
}
