using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Athene.Hosting.Errors;

/// <summary>Answers a request with Problem Details (RFC 9457).</summary>
public static class ProblemResponse
{
    public const string ContentType = "application/problem+json";

    private static readonly JsonSerializerOptions Json = new(AtheneJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes <paramref name="problem"/> with the trace id of the request.</summary>
    public static Task WriteAsync(HttpContext context, ProblemDocument problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Response.WriteAsJsonAsync(
            problem with { TraceId = Activity.Current?.TraceId.ToHexString() }, Json, ContentType, context.RequestAborted);
    }

    /// <summary>Gives an answer that has a status and no body yet (no such route, wrong method) a body that says so.</summary>
    public static Task WriteStatusAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var request = context.Request;
        return WriteAsync(context, new ProblemDocument(
            status < StatusCodes.Status500InternalServerError ? ErrorTypes.RequestInvalid : ErrorTypes.Internal,
            $"{request.Method} {request.Path}: {ReasonPhrases.GetReasonPhrase(status)}.",
            status));
    }
}
