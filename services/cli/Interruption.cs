using System.Runtime.InteropServices;

namespace Athene.Cli;

/// <summary>Turns the first SIGINT, SIGTERM or SIGHUP (the terminal is gone) into a cancellation; a second one ends the process at once, as it would without us.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, On),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, On),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, On),
    ];

    public CancellationToken Token => source.Token;

    /// <summary>The signal that came, if one did.</summary>
    public PosixSignal? Signal { get; private set; }

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private void On(PosixSignalContext context)
    {
        if (Signal is not null) return;
        Signal = context.Signal;
        context.Cancel = true;
        source.Cancel();
    }
}
