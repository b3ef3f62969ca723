using System.Text.Json;

namespace Athene.Dapr.Tests.Client;

/// <summary>Recorded HTTP exchanges between an app and a real sidecar.</summary>
internal static class HttpRecording
{
    public static IEnumerable<JsonElement> Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Recordings", $"{name}.json")));
        return [.. document.RootElement.EnumerateArray().Select(record => record.Clone())];
    }
}
