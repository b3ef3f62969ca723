namespace Athene.Sidecar.Actors.Reminders;

/// <summary>An entry of the queue of reminders.</summary>
/// <param name="Failures">How often this tick has failed.</param>
internal readonly record struct DueReminder(long Version, string ActorType, int Failures);
