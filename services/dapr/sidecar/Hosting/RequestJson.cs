using System.Text.Json;

namespace Athene.Sidecar.Hosting;

internal static class RequestJson
{
    /// <summary>The request's body as JSON.</summary>
    /// <exception cref="DaprException">It is not JSON or too large; <paramref name="errorPrefix"/> leads the message.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpContext context, string errorPrefix)
    {
        try
        {
            return await ForeignJson.ParseAsync(context.Request.Body, context.RequestAborted);
        }
        catch (JsonException e)
        {
            var reason = context.Request.ContentLength == 0 ? "EOF" : e.Message;
            throw DaprException.Malformed(errorPrefix + reason);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw DaprException.Malformed(errorPrefix + DaprErrors.TooLarge);
        }
    }
}
