using System.Collections.Frozen;
using System.Text.Json;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>What an answer of the HTTP API must look like, whatever was asked.</summary>
internal static class HttpOracle
{
    /// <summary>Marks what an app answered: that is the app's to say.</summary>
    public const string FromApp = "X-From-App";

    /// <summary>The errors for which Dapr itself says 500.</summary>
    private static readonly FrozenSet<string> DaprsOwn500 =
    [
        "ERR_STATE_SAVE", "ERR_STATE_TRANSACTION", "ERR_STATE_STORE_NOT_SUPPORTED", "ERR_DIRECT_INVOKE", "ERR_START_WORKFLOW", "ERR_RAISE_EVENT_WORKFLOW", "ERR_PAUSE_WORKFLOW", "ERR_RESUME_WORKFLOW", "ERR_PURGE_WORKFLOW",
        "ERR_HEALTH_APPID_NOT_MATCH", "ERR_HEALTH_NOT_READY", "ERR_SECRET_GET",
        "ERR_ACTOR_INVOKE_METHOD", "ERR_ACTOR_STATE_GET", "ERR_ACTOR_STATE_TRANSACTION_SAVE", "ERR_ACTOR_REMINDER_CREATE", "ERR_ACTOR_REMINDER_GET", "ERR_ACTOR_REMINDER_DELETE",
        "ERR_ACTOR_TIMER_CREATE", "ERR_ACTOR_TIMER_DELETE", "ERR_ACTOR_RUNTIME_NOT_FOUND",
    ];

    /// <summary>What the web server says before the sidecar is asked, without a body.</summary>
    private static readonly FrozenSet<int> RefusedAtTheDoor = [400, 405, 408, 411, 413, 414, 417, 426, 431, 501, 505];

    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    public static string? Complaint(FuzzedRequest request, RawAnswer answer)
    {
        if (request.AsksForNoBody) return null;
        if (answer.Headers.ContainsKey(FromApp) || answer.Status < 400) return null;
        if (answer.Body.Length == 0 && RefusedAtTheDoor.Contains(answer.Status)) return null;
        var errorCode = ErrorCode(answer.Body);
        if (errorCode is null) return $"{answer.Status} without errorCode and message: {answer.Body}";
        return answer.Status >= 500 && !DaprsOwn500.Contains(errorCode) ? $"{answer.Status} is no answer of Dapr's: {answer.Body}" : null;
    }

    private static string? ErrorCode(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var code = json.RootElement.GetProperty("errorCode").GetString();
            return json.RootElement.GetProperty("message").ValueKind == JsonValueKind.String ? code : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
