using Athene.Sidecar.Tests.Replay;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>Every workflow recording, message by message.</summary>
public sealed class WorkflowReplayTests
{
    private static readonly Dictionary<string, string> LeftOutFiles = new()
    {
    };

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recordings"), "workflow-*.json").Select(file => Path.GetFileName(file)!).Except(LeftOutFiles.Keys).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Workflow_runs_as_recorded(string file)
    {
        var clock = new FakeTimeProvider();
        await using var host = await SidecarHost.StartAsync(clock: clock);
        using var replay = new WorkflowReplay(host, clock);
        await replay.RunAsync(RecordedMessage.Load(file));
    }
}
