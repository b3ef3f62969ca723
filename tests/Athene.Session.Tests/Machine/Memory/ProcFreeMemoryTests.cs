using Athene.Session.Machine.Memory;

namespace Athene.Session.Tests.Machine.Memory;

public sealed class ProcFreeMemoryTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public void AvailableMb_isWhatTheKernelSays()
    {
        File.WriteAllText(directory.Combine("meminfo"), "MemTotal:       24684328 kB\nMemFree:          123456 kB\nMemAvailable:    2097152 kB\n");

        new ProcFreeMemory(directory.Combine("meminfo")).AvailableMb.ShouldBe(2048);
    }

    [Fact]
    public void AvailableMb_isUnknownWhereNobodySays()
    {
        File.WriteAllText(directory.Combine("meminfo"), "MemTotal: 5 kB\n");

        new ProcFreeMemory(directory.Combine("meminfo")).AvailableMb.ShouldBeNull();
        new ProcFreeMemory(directory.Combine("missing")).AvailableMb.ShouldBeNull();
    }

    public void Dispose() => directory.Dispose();
}
