namespace Athene.Sidecar.Actors.Timers;

/// <summary>A timer as it is asked for; texts that were not given are empty.</summary>
/// <param name="Callback">The name of the method that the app is to run, for the app alone.</param>
/// <param name="Data">JSON, handed back with each callback; null for none. (Over gRPC, where data is bytes, it is their base64 text as a JSON string.)</param>
internal sealed record TimerRequest(ActorKey Actor, string Name, string DueTime, string Period, string TimeToLive, string Callback, byte[]? Data);
