using Microsoft.Extensions.Configuration;

namespace Athene.Dapr;

/// <summary>Where the sidecar is and how to prove ourselves to it: configuration first, then the environment, then Dapr's defaults.</summary>
internal static class DaprDefaults
{
    private const int HttpPort = 3500;
    private const int GrpcPort = 50001;

    public static string HttpEndpoint(IConfiguration? configuration = null) =>
        Endpoint(configuration, "DAPR_HTTP_ENDPOINT", "DAPR_HTTP_PORT", HttpPort);

    public static string GrpcEndpoint(IConfiguration? configuration = null) =>
        Endpoint(configuration, "DAPR_GRPC_ENDPOINT", "DAPR_GRPC_PORT", GrpcPort);

    public static string? ApiToken(IConfiguration? configuration = null) => Read(configuration, "DAPR_API_TOKEN");

    private static string Endpoint(IConfiguration? configuration, string endpointName, string portName, int defaultPort) =>
        Read(configuration, endpointName) ?? $"http://127.0.0.1:{Read(configuration, portName) ?? $"{defaultPort}"}";

    private static string? Read(IConfiguration? configuration, string name)
    {
        var configured = configuration?[name];
        if (string.IsNullOrWhiteSpace(configured)) configured = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrWhiteSpace(configured) ? null : configured;
    }
}
