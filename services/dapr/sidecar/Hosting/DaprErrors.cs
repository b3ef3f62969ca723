namespace Athene.Sidecar.Hosting;

/// <summary>Turns exceptions of the HTTP API into Dapr's error bodies.</summary>
internal sealed partial class DaprErrors(RequestDelegate next, ILogger<DaprErrors> logger)
{
    /// <summary>Dapr's word for a body over the limit.</summary>
    public const string TooLarge = "stream too large";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogCallerLeft(context.Request.Method, context.Request.Path);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await WriteAsync(context, new DaprException(400, "ERR_BODY_READ", $"failed to read request body: {TooLarge}"));
        }
        catch (BadHttpRequestException e)
        {
            await WriteAsync(context, new DaprException(e.StatusCode, "ERR_MALFORMED_REQUEST", e.Message));
        }
        catch (DaprException e)
        {
            await WriteAsync(context, e);
        }
        catch (IOException e) when (!context.Response.HasStarted)
        {
            // The web server's word for a body that breaks off, or is framed wrongly.
            await WriteAsync(context, DaprException.Malformed(e.Message));
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            LogFailed(e, context.Request.Method, context.Request.Path);
            await WriteAsync(context, new DaprException(500, "ERR_INTERNAL", e.Message));
        }
    }

    private static Task WriteAsync(HttpContext context, DaprException error)
    {
        context.Response.StatusCode = error.Status;
        return context.Response.WriteJsonAsync(json =>
        {
            json.WriteStartObject();
            json.WriteString("errorCode", error.ErrorCode);
            json.WriteString("message", error.Message);
            if (error.Details.Count > 0)
            {
                json.WriteStartArray("details");
                foreach (var detail in error.Details) detail.WriteTo(json);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }
}
