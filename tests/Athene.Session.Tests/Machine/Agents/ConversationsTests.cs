using Athene.Configuration.Agents;
using Athene.Session.Machine.Agents;

namespace Athene.Session.Tests.Machine.Agents;

public sealed class ConversationsTests : IDisposable
{
    private readonly TemporaryDirectory home = new();

    [Theory]
    [InlineData("records/*/{nativeSessionId}.jsonl", "records/project/abc-1.jsonl")]
    [InlineData("records/*/*/log-*.jsonl", "records/2026/11/log-7-abc-1.jsonl")]
    public async Task Exists_fileOfTheConversation_isSeen(string pattern, string file)
    {
        Write(file, "{}");

        (await ExistsAsync(pattern, "abc-1")).ShouldBeTrue();
        (await ExistsAsync(pattern, "abc-2")).ShouldBeFalse();
    }

    [Fact]
    public async Task Exists_emptyFile_isNoConversation()
    {
        Write("records/abc-1.jsonl", "");

        (await ExistsAsync("records/{nativeSessionId}.jsonl", "abc-1")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("*")]
    [InlineData("..")]
    [InlineData("")]
    public async Task Exists_idThatLeadsElsewhere_isNotLookedFor(string id)
    {
        Write("secret.jsonl", "{}");
        Write("records/abc-1.jsonl", "{}");

        (await ExistsAsync("records/{nativeSessionId}.jsonl", id)).ShouldBeFalse();
    }

    [Fact]
    public async Task Exists_agentWithoutFiles_isNotSeen() => (await ExistsAsync(null, "abc-1")).ShouldBeFalse();

    public void Dispose() => home.Dispose();

    private void Write(string file, string text)
    {
        var path = home.Combine(file.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private Task<bool> ExistsAsync(string? pattern, string id) => new Conversations(new AgentRecords(TimeProvider.System)).ExistsAsync(
        new AgentProfile
        {
            Name = "agent",
            DisplayName = "Agent",
            Process = "agent",
            Launch = ["agent"],
            NativeSession = new NativeSession(NativeSessionId.Chosen, pattern is null ? null : home.Combine(pattern)),
        },
        id,
        "/workspace",
        CancellationToken.None);
}
