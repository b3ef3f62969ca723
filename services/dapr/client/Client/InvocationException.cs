namespace Athene.Dapr.Client;

/// <summary>Another app could not be called, or answered with an error.</summary>
public class InvocationException(string? appId, string? methodName, Exception? innerException, HttpResponseMessage? response)
    : DaprException($"Could not invoke method '{methodName}' of app '{appId}': {Reason(innerException, response)}", innerException)
{
    public string AppId { get; } = appId ?? "unknown";

    public string MethodName { get; } = methodName ?? "unknown";

    /// <summary>The answer; null when there was none.</summary>
    public HttpResponseMessage? Response { get; } = response;

    private static string Reason(Exception? inner, HttpResponseMessage? response) => response is { IsSuccessStatusCode: false }
        ? $"it answered {(int)response.StatusCode}"
        : inner?.Message ?? "no answer";
}
