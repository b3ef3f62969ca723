namespace Athene.Dapr.Workflow.Worker;

/// <summary>
/// Runs the continuations of one turn on the turn's own thread, one at a time and in the order in which they became due,
/// so that every replay takes the same way.
/// </summary>
internal sealed class TurnThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> due = new();
    private int owner;

    /// <summary>Whether something tried to go on from another thread: the workflow awaited what is not of its context.</summary>
    public bool WasLeft { get; private set; }

    public bool IsCurrent => owner == Environment.CurrentManagedThreadId;

    /// <summary>Runs the whole turn.</summary>
    public void Run(Action turn)
    {
        var outer = Current;
        owner = Environment.CurrentManagedThreadId;
        try
        {
            turn();
        }
        finally
        {
            owner = 0;
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Starts workflow code, and runs what becomes due by it.</summary>
    public void Start(Action start)
    {
        SetSynchronizationContext(this);
        start();
        RunDue();
    }

    /// <summary>Completes a task that workflow code waits for, and runs what becomes due by it.</summary>
    public void Complete(Action complete)
    {
        // Under no context, so that continuations that ask for none (ConfigureAwait(false)) run here too, not on the thread pool.
        var inner = Current;
        SetSynchronizationContext(null);
        complete();
        if (inner == this)
        {
            SetSynchronizationContext(this);
            return;
        }

        RunDue();
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!IsCurrent)
        {
            WasLeft = true;
            return;
        }

        due.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

    private void RunDue()
    {
        SetSynchronizationContext(this);
        while (due.TryDequeue(out var next)) next.Callback(next.State);
        SetSynchronizationContext(null);
    }
}
