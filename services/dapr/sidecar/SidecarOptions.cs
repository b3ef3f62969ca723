using System.Text.Json;
using System.Text.Json.Serialization;

namespace Athene.Sidecar;

/// <summary>What a sidecar process is told at start (the file behind <c>--apps</c>).</summary>
/// <remarks>What has a default is <c>set</c>: generated JSON readers give what is <c>init</c> and not in the file no value instead of its default.</remarks>
public sealed record SidecarOptions
{
    /// <summary>The directory of the database; created if missing.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>A directory of Dapr component, subscription and resiliency files; null for the built-in components.</summary>
    public string? ResourcesPath { get; init; }

    public required IReadOnlyList<SidecarApp> Apps { get; init; }

    /// <summary>What apps must send as <c>dapr-api-token</c>; null asks for nothing.</summary>
    [JsonIgnore]
    public string? ApiToken { get; init; }

    /// <summary>What the sidecar sends to apps as <c>dapr-api-token</c>; null sends nothing.</summary>
    [JsonIgnore]
    public string? AppApiToken { get; init; }

    /// <summary>How long a finished workflow stays readable before it is removed with its history; null keeps it for ever.</summary>
    public TimeSpan? FinishedWorkflowRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a message stays for apps that subscribe to its topic later than it was published.</summary>
    public TimeSpan MessageRetention { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many messages at most stay for apps that subscribe later; what somebody still has to get is not counted against it.</summary>
    public int MessageRetentionCount { get; set; } = 10_000;

    /// <summary>What an acknowledged write survives.</summary>
    public Synchronous Synchronous { get; set; } = Synchronous.Normal;

    /// <summary>How long requests in flight may take to finish when the sidecar is stopped.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Reads the file behind <c>--apps</c>; the tokens come from <c>DAPR_API_TOKEN</c> and <c>APP_API_TOKEN</c>.</summary>
    /// <exception cref="SidecarStartException">The file is missing or not what it should be.</exception>
    public static SidecarOptions Load(string path)
    {
        try
        {
            var options = JsonSerializer.Deserialize(File.ReadAllText(path), SidecarOptionsJson.Default.SidecarOptions)
                ?? throw new JsonException("the file says null");
            return options with
            {
                ApiToken = FromEnvironment("DAPR_API_TOKEN"),
                AppApiToken = FromEnvironment("APP_API_TOKEN"),
            };
        }
        catch (JsonException e)
        {
            throw new SidecarStartException($"{path} is not a sidecar configuration: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SidecarStartException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static string? FromEnvironment(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
