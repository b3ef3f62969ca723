namespace Athene.Sidecar.Actors.Reminders;

/// <summary>Which reminder: names are unique within an actor.</summary>
internal readonly record struct ReminderKey(ActorKey Actor, string Name)
{
    public override string ToString() => $"{Actor}/{Name}";
}
