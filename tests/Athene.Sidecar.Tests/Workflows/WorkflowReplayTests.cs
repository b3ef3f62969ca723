using Athene.Sidecar.Tests.Replay;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>Every workflow recording, message by message.</summary>
public sealed class WorkflowReplayTests
{
    private static readonly Dictionary<string, string> LeftOutFiles = new()
    {
        ["workflow-03-fanout.json"] = "which answers share a turn depends on the sidecar's speed; see Fan_out_…",
        ["workflow-17-send-event-poison.json"] = "the pace of the repetitions is Dapr's scheduler's; see Poison_…",
        ["workflow-22-sidecar-restart.json"] = "the sidecar itself restarts; see the durability tests",
    };

    private static readonly Dictionary<(string File, int Call), string> LeftOutCalls = new()
    {
        [("workflow-16-client-errors.json", 23)] = "the scheduler's rule for job names; our instance ids may be anything",
        [("workflow-16-client-errors.json", 40)] = "lists instances of other recordings",
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
        await replay.RunAsync(RecordedMessage.Load(file).Where(message => !LeftOutCalls.ContainsKey((file, message.Call))));
    }
}
