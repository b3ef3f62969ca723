using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Athene.Sidecar.Hosting;

/// <summary>JSON answers with a length, as Dapr sends them.</summary>
internal static class ResponseJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return buffer.ToArray();
    }

    public static Task WriteJsonAsync(this HttpResponse response, Action<Utf8JsonWriter> write, bool newLine = false)
    {
        var body = ToBytes(write);
        return response.WriteBodyAsync("application/json", newLine ? [.. body, (byte)'\n'] : body);
    }

    public static Task WriteJsonTextAsync(this HttpResponse response, string json) => response.WriteBodyAsync("application/json", Encoding.UTF8.GetBytes(json));

    public static async Task WriteBodyAsync(this HttpResponse response, string contentType, byte[] body)
    {
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
    }
}
