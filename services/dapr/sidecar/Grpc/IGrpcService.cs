namespace Athene.Sidecar.Grpc;

/// <summary>A gRPC service of the sidecar.</summary>
internal interface IGrpcService
{
    /// <summary>The path of its methods up to their names, such as <c>/TaskHubSidecarService/</c>.</summary>
    string Path { get; }

    /// <summary>Its methods, by name.</summary>
    IReadOnlyDictionary<string, GrpcMethod> Methods { get; }
}
