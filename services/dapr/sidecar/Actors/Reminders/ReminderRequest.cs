namespace Athene.Sidecar.Actors.Reminders;

/// <summary>A reminder as it is asked for; texts that were not given are empty.</summary>
/// <param name="Data">JSON, handed back with each callback; null for none. (Over gRPC, where data is bytes, it is their base64 text as a JSON string.)</param>
/// <param name="Overwrite">Whether a reminder of the same name is replaced rather than kept.</param>
internal sealed record ReminderRequest(
    ReminderKey Key, string DueTime, string Period, string TimeToLive, byte[]? Data, bool Overwrite, FailurePolicy FailurePolicy);
