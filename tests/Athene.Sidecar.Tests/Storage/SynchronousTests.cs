using Athene.Sidecar.Storage;

namespace Athene.Sidecar.Tests.Storage;

/// <summary>The durability that was asked for is the one that SQLite is told.</summary>
public sealed class SynchronousTests
{
    [Theory]
    [InlineData(Synchronous.Normal, 1)]
    [InlineData(Synchronous.Full, 2)]
    public void Level_is_in_force_on_the_connection(Synchronous level, int pragma)
    {
        using var directory = new TemporaryDirectory();
        using var database = SidecarDatabase.Open(directory.Path, level);
        database.Read(sql => sql.First("PRAGMA synchronous", row => row.GetInt32(0))).ShouldBe(pragma);
    }

    [Fact]
    public async Task State_saved_by_a_process_with_full_durability_survives_its_kill()
    {
        await using var sidecar = new SidecarProcess(synchronous: "full");
        await sidecar.StartAsync();
        using var content = new StringContent("""[{"key":"k","value":"kept"}]""");
        (await sidecar.Http.PostAsync("/v1.0/state/statestore", content)).EnsureSuccessStatusCode();

        await sidecar.KillAsync();
        await sidecar.StartAsync();

        (await sidecar.Http.GetStringAsync("/v1.0/state/statestore/k")).ShouldBe("\"kept\"");
    }
}
