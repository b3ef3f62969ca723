using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Athene.Testing.Models.Protocols;

/// <summary>Server-sent events.</summary>
internal sealed class EventStream(HttpResponse response)
{
    /// <summary>An event whose name is the <c>type</c> of its data.</summary>
    public Task TypedAsync(string type, object data) => WriteAsync($"event: {type}\ndata: {JsonSerializer.Serialize(data)}\n\n");

    public Task DataAsync(object data) => WriteAsync($"data: {JsonSerializer.Serialize(data)}\n\n");

    public Task TextAsync(string data) => WriteAsync($"data: {data}\n\n");

    private Task WriteAsync(string text)
    {
        if (!response.HasStarted) response.ContentType = "text/event-stream";
        return response.WriteAsync(text, response.HttpContext.RequestAborted);
    }
}
