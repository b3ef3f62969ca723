namespace Athene.Dapr.Actors.Runtime;

/// <summary>A durable reminder of an actor.</summary>
public class ActorReminder : ActorReminderToken, IActorReminder
{
    public ActorReminder(string actorType, ActorId actorId, string name, byte[]? state, TimeSpan dueTime, TimeSpan period)
        : this(actorType, actorId, name, state, dueTime, period, repetitions: null, ttl: null)
    {
    }

    public ActorReminder(string actorType, ActorId actorId, string name, byte[]? state, TimeSpan dueTime, TimeSpan period, TimeSpan ttl)
        : this(actorType, actorId, name, state, dueTime, period, repetitions: null, ttl)
    {
    }

    public ActorReminder(string actorType, ActorId actorId, string name, byte[]? state, TimeSpan dueTime, TimeSpan period, int? repetitions)
        : this(actorType, actorId, name, state, dueTime, period, repetitions, ttl: null)
    {
    }

    /// <param name="repetitions">How often it comes in all; null for without end.</param>
    /// <param name="ttl">After which time it ends; null for never.</param>
    /// <exception cref="ArgumentOutOfRangeException">It could never come.</exception>
    public ActorReminder(
        string actorType,
        ActorId actorId,
        string name,
        byte[]? state,
        TimeSpan dueTime,
        TimeSpan period,
        int? repetitions,
        TimeSpan? ttl)
        : base(actorType, actorId, name)
    {
        Schedule.Check(dueTime, period, ttl);
        if (repetitions <= 0) throw new ArgumentOutOfRangeException(nameof(repetitions), repetitions, "A reminder must come at least once.");
        State = state ?? [];
        DueTime = dueTime;
        Period = period;
        Repetitions = repetitions;
        Ttl = ttl;
    }

    public byte[] State { get; }

    public TimeSpan DueTime { get; }

    public TimeSpan Period { get; }

    public TimeSpan? Ttl { get; }

    public int? Repetitions { get; }
}
