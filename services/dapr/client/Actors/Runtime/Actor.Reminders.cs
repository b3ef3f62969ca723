namespace Athene.Dapr.Actors.Runtime;

public abstract partial class Actor
{
    /// <summary>Sets a durable reminder, in the place of one of the same name. The actor must be <see cref="IRemindable"/>.</summary>
    /// <param name="reminderName">Names it within this actor.</param>
    /// <param name="state">Handed to the actor when it comes.</param>
    /// <param name="dueTime">When it comes first, from now.</param>
    /// <param name="period">How often it comes after that; -1 ms for never.</param>
    /// <exception cref="DaprException">The sidecar did not take it.</exception>
    protected Task<IActorReminder> RegisterReminderAsync(string reminderName, byte[]? state, TimeSpan dueTime, TimeSpan period) =>
        RegisterReminderAsync(new ActorReminder(TypeName, Id, reminderName, state, dueTime, period));

    /// <inheritdoc cref="RegisterReminderAsync(string, byte[], TimeSpan, TimeSpan)"/>
    /// <param name="ttl">After which time it ends, from now.</param>
    protected Task<IActorReminder> RegisterReminderAsync(
        string reminderName, byte[]? state, TimeSpan dueTime, TimeSpan period, TimeSpan ttl) =>
        RegisterReminderAsync(new ActorReminder(TypeName, Id, reminderName, state, dueTime, period, ttl));

    /// <inheritdoc cref="RegisterReminderAsync(string, byte[], TimeSpan, TimeSpan)"/>
    /// <param name="repetitions">How often it comes in all; the period is then of whole seconds.</param>
    /// <param name="ttl">After which time it ends, from now.</param>
    protected Task<IActorReminder> RegisterReminderAsync(
        string reminderName, byte[]? state, TimeSpan dueTime, TimeSpan period, int repetitions, TimeSpan ttl) =>
        RegisterReminderAsync(new ActorReminder(TypeName, Id, reminderName, state, dueTime, period, repetitions, ttl));

    /// <inheritdoc cref="RegisterReminderAsync(string, byte[], TimeSpan, TimeSpan, int, TimeSpan)"/>
    protected Task<IActorReminder> RegisterReminderAsync(
        string reminderName, byte[]? state, TimeSpan dueTime, TimeSpan period, int repetitions) =>
        RegisterReminderAsync(new ActorReminder(TypeName, Id, reminderName, state, dueTime, period, repetitions));

    /// <summary>The reminder of that name, or null if there is none.</summary>
    protected Task<IActorReminder?> GetReminderAsync(string reminderName) =>
        Host.TimerManager.GetReminderAsync(new ActorReminderToken(TypeName, Id, reminderName));

    /// <summary>Removes a reminder, if it is there.</summary>
    protected Task UnregisterReminderAsync(IActorReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        return Host.TimerManager.UnregisterReminderAsync(
            reminder as ActorReminderToken ?? new ActorReminderToken(TypeName, Id, reminder.Name));
    }

    /// <inheritdoc cref="UnregisterReminderAsync(IActorReminder)"/>
    protected Task UnregisterReminderAsync(string reminderName) =>
        Host.TimerManager.UnregisterReminderAsync(new ActorReminderToken(TypeName, Id, reminderName));

    private async Task<IActorReminder> RegisterReminderAsync(ActorReminder reminder)
    {
        if (!Host.ActorTypeInfo.IsRemindable)
            throw new InvalidOperationException($"{GetType()} sets a reminder but does not implement {nameof(IRemindable)}, so it would not hear of it.");
        await Host.TimerManager.RegisterReminderAsync(reminder);
        return reminder;
    }
}
