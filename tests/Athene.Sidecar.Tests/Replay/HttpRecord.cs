using System.Text;
using System.Text.Json;

namespace Athene.Sidecar.Tests.Replay;

/// <summary>One exchange of a recording.</summary>
/// <param name="At">When it was, counted from the beginning of the case.</param>
public sealed record HttpRecord(
    string Case, bool ToApp, TimeSpan At, string Method, string Path, IReadOnlyDictionary<string, string> RequestHeaders, byte[]? RequestBody,
    int Status, IReadOnlyDictionary<string, string> ResponseHeaders, byte[]? ResponseBody)
{
    public static List<HttpRecord> Load(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "Recordings", file)));
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    private static HttpRecord Read(JsonElement item)
    {
        var request = item.GetProperty("request");
        var response = item.GetProperty("response");
        var answered = response.ValueKind == JsonValueKind.Object && response.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number;
        return new HttpRecord(
            item.GetProperty("case").GetString()!, item.GetProperty("direction").GetString() == "sidecar->app",
            item.TryGetProperty("atMs", out var at) ? TimeSpan.FromMilliseconds(at.GetInt64()) : TimeSpan.Zero,
            request.GetProperty("method").GetString()!, request.GetProperty("path").GetString()!, Headers(request), Body(request),
            answered ? response.GetProperty("status").GetInt32() : 0, answered ? Headers(response) : new Dictionary<string, string>(), answered ? Body(response) : null);
    }

    private static Dictionary<string, string> Headers(JsonElement side) => side.GetProperty("headers").EnumerateObject()
        .ToDictionary(header => header.Name, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    private static byte[]? Body(JsonElement side) => side.GetProperty("body") switch
    {
        { ValueKind: JsonValueKind.Object } binary => binary.GetProperty("base64").GetBytesFromBase64(),
        { ValueKind: JsonValueKind.String } text => Encoding.UTF8.GetBytes(text.GetString()!),
        _ => null,
    };
}
