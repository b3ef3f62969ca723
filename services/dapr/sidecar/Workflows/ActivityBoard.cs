namespace Athene.Sidecar.Workflows;

/// <summary>
/// The activities without an answer. An answer names only instance and task number, and numbers begin anew with every
/// execution, so an activity is held back while a worker still has an earlier one of its number: that one's late answer is
/// then never mistaken for its own. Not thread-safe: the engine calls it under its lock.
/// </summary>
internal sealed class ActivityBoard(WorkDispatcher dispatcher)
{
    private readonly Dictionary<string, Dictionary<int, Slot>> instances = [];

    public void Add(PendingActivity activity)
    {
        if (!instances.TryGetValue(activity.InstanceId, out var slots)) instances[activity.InstanceId] = slots = [];
        if (!slots.TryGetValue(activity.Request.TaskId, out var slot)) slots[activity.Request.TaskId] = slot = new Slot();
        Retire(slot);
        slot.Current = activity;
        if (slot.Stale is null) dispatcher.Add(activity);
    }

    /// <summary>The activity that an answer is for; null when nobody waits for that answer.</summary>
    public PendingActivity? Find(ActivityKey key) => SlotOf(key) is { Stale: null, Current: { } current } ? current : null;

    /// <summary>The activity of that number which a worker has is answered.</summary>
    public void Settle(ActivityKey key)
    {
        if (SlotOf(key) is not { } slot) return;
        if (slot.Stale is { } stale)
        {
            dispatcher.Remove(stale);
            Release(slot);
        }
        else if (slot.Current is { } current)
        {
            dispatcher.Remove(current);
            slot.Current = null;
        }

        Tidy(key);
    }

    /// <summary>The instance is gone: what no worker has yet is not sent any more.</summary>
    public void Forget(string instanceId)
    {
        if (!instances.TryGetValue(instanceId, out var slots)) return;
        foreach (var (taskId, slot) in slots.ToList())
        {
            Retire(slot);
            Tidy(new ActivityKey(instanceId, taskId));
        }
    }

    /// <summary>A worker has left: what it had goes to the next one, unless nobody waits for it.</summary>
    public void Return(PendingActivity activity)
    {
        if (SlotOf(activity.Key) is { } slot && slot.Stale == activity)
        {
            Release(slot);
            Tidy(activity.Key);
        }
        else
        {
            dispatcher.Add(activity);
        }
    }

    private Slot? SlotOf(ActivityKey key) => instances.TryGetValue(key.InstanceId, out var slots) ? slots.GetValueOrDefault(key.TaskId) : null;

    /// <summary>The number is free; what was held back for it goes out.</summary>
    private void Release(Slot slot)
    {
        slot.Stale = null;
        if (slot.Current is { } held) dispatcher.Add(held);
    }

    /// <summary>Nobody waits for the slot's activity any more; while a worker has it, it keeps the number taken.</summary>
    private void Retire(Slot slot)
    {
        if (slot.Current is not { } former) return;
        slot.Current = null;
        if (former.Worker is null) dispatcher.Remove(former);
        else slot.Stale = former;
    }

    private void Tidy(ActivityKey key)
    {
        var slots = instances[key.InstanceId];
        if (slots[key.TaskId] is { Current: null, Stale: null }) slots.Remove(key.TaskId);
        if (slots.Count == 0) instances.Remove(key.InstanceId);
    }

    private sealed class Slot
    {
        public PendingActivity? Current { get; set; }

        /// <summary>With a worker, but of an earlier execution.</summary>
        public PendingActivity? Stale { get; set; }
    }
}
