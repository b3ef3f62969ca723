using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>One fault, laid ready in a home whose session service takes orders (<c>ATHENE_FAULT=ordered</c>).</summary>
internal sealed class FaultOrder(Installation athene, Fault fault)
{
    private string OrderFile => Path.Combine(athene.Home, "run", "fault-order");

    private string StruckFile => OrderFile + "-struck";

    public bool Struck => File.Exists(StruckFile);

    public void Place()
    {
        File.Delete(StruckFile);
        File.Delete(athene.MarkFile);
        File.WriteAllText(OrderFile + ".new", fault.Order);
        File.Move(OrderFile + ".new", OrderFile, overwrite: true);
    }

    /// <summary>Kills the sidecar as soon as the step waits for it; ends when <paramref name="roundEnded"/> does.</summary>
    public async Task AttendAsync(Task roundEnded)
    {
        if (fault.Victim is not Victim.Sidecar) return;
        while (!File.Exists(athene.MarkFile))
        {
            if (roundEnded.IsCompleted) return;
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        if (athene.Running()?.Sidecar is { Pid: > 0 } sidecar) await Shell.RunAsync("kill", ["-KILL", $"{sidecar.Pid}"]);
        File.Delete(athene.MarkFile);
    }

    /// <summary>Takes the order back, in case that nothing came by that place.</summary>
    public void Withdraw()
    {
        File.Delete(OrderFile);
        File.Delete(athene.MarkFile);
    }
}
