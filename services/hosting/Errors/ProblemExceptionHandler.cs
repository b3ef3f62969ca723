using Athene.Configuration;
using Athene.Contracts.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Athene.Hosting.Errors;

/// <summary>Turns what an endpoint throws into Problem Details; what nobody foresaw keeps its insides in the log.</summary>
public sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Response.HasStarted) return false;
        var problem = Of(exception);
        var request = httpContext.Request;
        if (problem.Status >= StatusCodes.Status500InternalServerError) LogFailed(request.Method, request.Path, exception);
        else LogRefused(request.Method, request.Path, problem.Status, problem.Type, problem.Title);

        await ProblemResponse.WriteAsync(httpContext, problem);
        return true;
    }

    private static ProblemDocument Of(Exception exception) => exception switch
    {
        AtheneException known => known.Problem,
        ConfigurationException wrong => new ProblemDocument(
            ErrorTypes.ConfigurationInvalid,
            "The configuration cannot be used.",
            StatusCodes.Status422UnprocessableEntity,
            Detail: wrong.Message,
            Hint: "Correct the file, then try again."),
        BadHttpRequestException bad => new ProblemDocument(
            ErrorTypes.RequestInvalid, bad.Message, bad.StatusCode, Detail: bad.InnerException?.Message),
        _ when IsBrokenConnection(exception) => new ProblemDocument(
            ErrorTypes.NotRunning,
            "A part of Athene that this needs cannot be reached.",
            StatusCodes.Status503ServiceUnavailable,
            Detail: exception.Message,
            Hint: "It is being started again: try once more in a moment. 'athene status' shows what runs."),
        _ => new ProblemDocument(
            ErrorTypes.Internal,
            "Something went wrong inside Athene.",
            StatusCodes.Status500InternalServerError,
            Hint: "The log of the service says more; look for the trace id."),
    };

    // The sidecar, as a rule; however deep, since its client wraps the failure of the connection.
    private static bool IsBrokenConnection(Exception exception) =>
        exception is HttpRequestException or HttpIOException or IOException { InnerException: System.Net.Sockets.SocketException }
        || (exception.InnerException is { } cause && IsBrokenConnection(cause));
}
