using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Actors.Callbacks;

/// <summary>What the app is sent with a callback.</summary>
internal static class CallbackBody
{
    /// <summary>Dapr tells a reminder nothing of its schedule: due time and period are empty.</summary>
    /// <param name="data">JSON; null when none was given.</param>
    public static byte[] OfReminder(byte[]? data) => Write(data, null, "", "");

    public static byte[] OfTimer(byte[]? data, string callback, string dueTime, string period) => Write(data, callback, dueTime, period);

    private static byte[] Write(byte[]? data, string? callback, string dueTime, string period) => ResponseJson.ToBytes(json =>
    {
        json.WriteStartObject();
        if (data is not null)
        {
            json.WritePropertyName("data");
            json.WriteRawValue(data, skipInputValidation: true);
        }

        if (callback is not null) json.WriteString("callback", callback);
        json.WriteString("dueTime", dueTime);
        json.WriteString("period", period);
        json.WriteEndObject();
    });
}
