using Athene.Sidecar.Actors.Callbacks;

namespace Athene.Sidecar.Actors.Reminders;

/// <summary>What follows on a delivery.</summary>
/// <param name="Schedule">Null when the reminder is over.</param>
/// <param name="At">When it is delivered again.</param>
/// <param name="Failures">How often the tick has failed by now.</param>
internal readonly record struct ReminderStep(TickSchedule? Schedule, DateTimeOffset At, int Failures)
{
    public static ReminderStep End => default;
}
