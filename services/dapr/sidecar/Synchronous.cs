using System.Text.Json.Serialization;

namespace Athene.Sidecar;

/// <summary>What an acknowledged write survives. In the options file: <c>normal</c> or <c>full</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Synchronous>))]
public enum Synchronous
{
    /// <summary>The death of the process. When the machine loses power, the last moments may be gone.</summary>
    Normal,

    /// <summary>Power loss too: every commit is an fsync, which writers that come at the same time share.</summary>
    Full,
}
