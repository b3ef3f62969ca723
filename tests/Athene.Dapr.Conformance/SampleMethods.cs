using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Athene.Dapr.Conformance;

/// <summary>The endpoints of the app that others invoke.</summary>
internal static class SampleMethods
{
    private static readonly string[] Verbs = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>Opens the second half of a <c>/stream</c> answer.</summary>
    public static ConcurrentDictionary<string, TaskCompletionSource> Gates { get; } = new();

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/echo/{word}", Verbs, EchoAsync);
        app.MapGet("/refuse", () => Results.Text("short and stout", statusCode: 418));
        app.MapPost("/nothing", () => Results.NoContent());
        app.MapGet("/trace", (HttpRequest request) => request.Headers.TraceParent.ToString());
        app.MapPost("/count", CountAsync);
        app.MapGet("/stream/{key}", StreamAsync);
    }

    private static async Task<IResult> EchoAsync(string word, HttpRequest request)
    {
        using var body = new StreamReader(request.Body);
        request.HttpContext.Response.Headers["X-Answer"] = request.Method;
        return Results.Json(new Echo(
            request.Method, word, request.QueryString.Value ?? "", await body.ReadToEndAsync(), request.Headers["X-Asked"].ToString()));
    }

    private static async Task<string> CountAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return $"{body.Length}";
    }

    private static async Task StreamAsync(string key, HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        await response.WriteAsync("data: first\n\n", cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        await Gates.GetOrAdd(key, _ => new TaskCompletionSource()).Task.WaitAsync(cancellationToken);
        await response.WriteAsync("data: second\n\n", cancellationToken);
    }
}
