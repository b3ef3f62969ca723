using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Runtime;
using Google.Protobuf.Reflection;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Every call of both gRPC services, offered here or not.</summary>
internal static class GrpcMethods
{
    private const string Request = "Request";

    /// <summary>Calls that are told apart from their message's name, and one that would be obeyed.</summary>
    private static readonly Dictionary<string, string?> Otherwise = new() { ["BulkPublish"] = "BulkPublishEvent", ["Shutdown"] = null };

    public static IReadOnlyList<(string Path, MessageDescriptor Input)> All { get; } =
    [
        .. TaskhubReflection.Descriptor.Services.SelectMany(service => service.Methods).Select(method => ($"/TaskHubSidecarService/{method.Name}", method.InputType)),
        .. RuntimeReflection.Descriptor.MessageTypes
            .Where(type => type.Name.EndsWith(Request, StringComparison.Ordinal))
            .Select(type => (Name: NameOf(type.Name[..^Request.Length]), Type: type))
            .Where(method => method.Name is not null)
            .Select(method => ($"/dapr.proto.runtime.v1.Dapr/{method.Name}", method.Type)),
    ];

    /// <summary>Whether the call may wait for something to happen in a workflow, for as long as it takes.</summary>
    public static bool MayWait(string path) => path.Contains("Instance", StringComparison.Ordinal) || path.EndsWith("GetWorkItems", StringComparison.Ordinal);

    private static string? NameOf(string name) => Otherwise.TryGetValue(name, out var other) ? other : name;
}
