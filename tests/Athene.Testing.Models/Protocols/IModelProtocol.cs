using System.Text.Json;

namespace Athene.Testing.Models.Protocols;

/// <summary>How one kind of provider is spoken to.</summary>
internal interface IModelProtocol
{
    string Path { get; }

    /// <summary>What the agent wants; the target and the body are filled in by the caller.</summary>
    ModelRequest Read(JsonElement body);

    Task WriteAsync(ModelAnswer answer, JsonElement request, EventStream stream);
}
