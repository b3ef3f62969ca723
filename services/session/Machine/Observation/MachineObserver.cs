using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Machine.Observation;

/// <summary>
/// Looks at all terminals at once and says what changed since its last look: one process for the list, one more when screens
/// changed, however many sessions there are. Not for use by two callers at a time.
/// </summary>
public sealed class MachineObserver(IRuntime runtime)
{
    private const int ScreenLines = 50;

    private RuntimeSnapshot previous = RuntimeSnapshot.Empty;

    public async Task<MachineObservation> ObserveAsync(CancellationToken cancellationToken)
    {
        var current = await runtime.SnapshotAsync(cancellationToken);
        var changes = SnapshotComparison.Changes(previous, current);
        var screens = await runtime.CaptureAsync(SnapshotComparison.ToCapture(previous, current), ScreenLines, cancellationToken);
        // Only now: a look that failed halfway is repeated with the same comparison.
        previous = current;
        return new MachineObservation(current, changes, screens);
    }
}
