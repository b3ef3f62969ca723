using System.ComponentModel;
using System.Diagnostics;

namespace Athene.Cli.Supervision;

/// <summary>A process told apart from every other that ever had its id: by when it started.</summary>
internal sealed record ProcessIdentity(int Pid, DateTimeOffset StartTime)
{
    // The start time is derived from the uptime of the machine, so two readings of it differ by a little.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public static ProcessIdentity OfCurrent()
    {
        using var process = Process.GetCurrentProcess();
        return new ProcessIdentity(process.Id, process.StartTime.ToUniversalTime());
    }

    /// <summary>The process with this id, if there is one.</summary>
    public static ProcessIdentity? Of(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.HasExited || IsZombie(pid) ? null : new ProcessIdentity(pid, process.StartTime.ToUniversalTime());
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception or IOException)
        {
            // It is gone, or it went while we looked.
            return null;
        }
    }

    public bool IsAlive() => Of(Pid) is { } now && (now.StartTime - StartTime).Duration() < Tolerance;

    // In a container nobody may collect the dead; they keep their id and do nothing.
    private static bool IsZombie(int pid)
    {
        var stat = $"/proc/{pid}/stat";
        if (!OperatingSystem.IsLinux() || !File.Exists(stat)) return false;
        var fields = File.ReadAllText(stat);
        return fields[(fields.LastIndexOf(')') + 1)..].TrimStart().StartsWith('Z');
    }

    /// <summary>Asks the process to stop and waits; what does not stop in time is killed.</summary>
    /// <returns>Whether it ran at all.</returns>
    public async Task<bool> StopAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!IsAlive()) return false;
        Signals.Terminate(Pid);
        var started = time.GetTimestamp();
        while (IsAlive())
        {
            if (time.GetElapsedTime(started) > patience) Signals.Kill(Pid);
            await Task.Delay(TimeSpan.FromMilliseconds(20), time, cancellationToken);
        }

        return true;
    }
}
