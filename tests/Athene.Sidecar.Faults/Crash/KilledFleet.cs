namespace Athene.Sidecar.Faults.Crash;

/// <summary>A fleet whose sidecar is killed as its clients get on.</summary>
internal sealed class KilledFleet : IAsyncDisposable
{
    private int done;

    private KilledFleet(Fleet fleet) => Fleet = fleet;

    public Fleet Fleet { get; }

    public static async Task<KilledFleet> StartAsync() => new(await Fleet.StartAsync());

    /// <summary>A client has done one thing more.</summary>
    public void Advance() => Interlocked.Increment(ref done);

    /// <summary>Kills the sidecar some times while <paramref name="load"/> does <paramref name="total"/> things.</summary>
    public async Task KillWhileAsync(Task load, int total, int kills)
    {
        var dice = new Dice(FaultPlan.Seeds[0]);
        for (var kill = 1; kill <= kills; kill++)
        {
            var enough = total * kill / (kills + 1) - dice.Below(total / 20);
            await Until.IsAsync(() => load.IsCompleted || Volatile.Read(ref done) >= enough, () => $"{enough} things to be done before kill {kill}");
            await Fleet.Sidecar.KillAsync();
            await Fleet.Sidecar.StartAsync();
        }

        await load;
    }

    public ValueTask DisposeAsync() => Fleet.DisposeAsync();
}
