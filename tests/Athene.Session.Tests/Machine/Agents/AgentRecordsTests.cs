using Athene.Configuration.Agents;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Machine.Agents;
using Athene.Session.Observing;
using Microsoft.Data.Sqlite;

namespace Athene.Session.Tests.Machine.Agents;

/// <summary>Finds the records of the real agents where they lie.</summary>
public sealed class AgentRecordsTests : IDisposable
{
    private const string Workspace = "/code/app";

    private static readonly DateTimeOffset Start = new(2026, 11, 22, 23, 35, 20, TimeSpan.Zero);

    private readonly TemporaryDirectory home = new();

    [Fact]
    public void Claude_recordOfTheChosenId_isFoundByTheWorkspace()
    {
        var record = Open(NativeRecordFormat.ClaudeCode, "11111111-2222-4333-8444-555555555555");
        record.Read().ShouldBeNull();

        Put(".claude/projects/-code-app/11111111-2222-4333-8444-555555555555.jsonl", "claude-code.jsonl");

        record.Read()!.Prompts[0].Text.ShouldBe(RecordedConversation.FirstPrompt);
        record.Read().ShouldBeNull();
    }

    [Fact]
    public void Claude_recordInADirectoryOfAnotherName_isFoundByItsId()
    {
        Put(".claude/projects/-shortened-0a1b/11111111-2222-4333-8444-555555555555.jsonl", "claude-code.jsonl");

        Open(NativeRecordFormat.ClaudeCode, "11111111-2222-4333-8444-555555555555").Read().ShouldNotBeNull();
    }

    [Fact]
    public void Claude_directoryOfTheConfiguration_isFollowed()
    {
        Put("elsewhere/projects/-code-app/11111111-2222-4333-8444-555555555555.jsonl", "claude-code.jsonl");

        Open(NativeRecordFormat.ClaudeCode, "11111111-2222-4333-8444-555555555555", ("CLAUDE_CONFIG_DIR", home.Combine("elsewhere")))
            .Read().ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("01a2059d-5cfd-7ad0-b546-f04281e21cae")]
    public void Codex_record_isFoundByItsIdOrByWorkspaceAndStart(string? nativeId)
    {
        Put(Rollout("01a2059d-5cfd-7ad0-b546-f04281e21cae"), "codex.jsonl");

        Open(NativeRecordFormat.Codex, nativeId).Read()!.Info.NativeSessionId.ShouldBe("01a2059d-5cfd-7ad0-b546-f04281e21cae");
    }

    [Fact]
    public void Codex_recordsOfOthersAndOfEarlierRuns_areLeftAlone()
    {
        Put(Rollout("a"), "codex.jsonl", text => text.Replace("/code/app", "/code/other", StringComparison.Ordinal));
        Put(Rollout("b"), "codex.jsonl", text => text.Replace("2026-11-22T23:35:28", "2026-11-22T20:00:00", StringComparison.Ordinal));

        Open(NativeRecordFormat.Codex, null).Read().ShouldBeNull();
    }

    [Fact]
    public void OpenCode_conversation_isFoundByWorkspaceAndStart()
    {
        FillStore(RecordedConversation.Text("opencode.sql"));
        var record = Open(NativeRecordFormat.OpenCode, null);

        var news = record.Read().ShouldNotBeNull();

        news.Prompts.Select(prompt => prompt.Text).ShouldBe(RecordedConversation.Prompts);
        news.Info.ShouldBe(new RecordInfo(
            "ses_dfa62753dffe2g8EACYbyGc0Xj", "All done.", false, "scripted", new TokenUsageDocument(400, 60, 200, 0), 0.00052m));
        news.Activity!.Activity.ShouldBe(Activity.Ready);
        record.Read().ShouldBeNull();
    }

    [Fact]
    public void OpenCode_messageThatIsAdded_isTheOnlyNews()
    {
        FillStore(RecordedConversation.Text("opencode.sql"));
        var record = Open(NativeRecordFormat.OpenCode, null);
        record.Read();

        FillStore("""
            INSERT INTO message VALUES ('msg_3', 'ses_dfa62753dffe2g8EACYbyGc0Xj', 1795390990000, 1795390990000, '{"role":"user","time":{"created":1795390990000}}');
            INSERT INTO part VALUES ('prt_3', 'msg_3', 'ses_dfa62753dffe2g8EACYbyGc0Xj', 1795390990001, 1795390990001, '{"type":"text","text":"one more"}');
            """);

        var news = record.Read().ShouldNotBeNull();
        news.Prompts.ShouldHaveSingleItem().Text.ShouldBe("one more");
        news.Activity!.Turn.ShouldBe(Turn.Open);
    }

    [Fact]
    public void OpenCode_conversationOfAnEarlierRun_isLeftAlone()
    {
        FillStore(RecordedConversation.Text("opencode.sql"));

        Open(NativeRecordFormat.OpenCode, null, Start.AddHours(1)).Read().ShouldBeNull();
    }

    [Fact]
    public void OtherAgents_fileThatIsWrittenTo_showsWork()
    {
        var time = new FakeTimeProvider(Start);
        var record = new AgentRecords(time).Open(Profile(NativeRecordFormat.Unknown, files: "~/notes/{sessionId}.md"), Place("x", Start))!;
        Put("notes/app-1.md", "codex.jsonl");
        File.SetLastWriteTimeUtc(home.Combine("notes", "app-1.md"), Start.AddSeconds(3).UtcDateTime);
        record.Read().ShouldBeNull("it was not written to at a time that is still to come");

        time.Advance(TimeSpan.FromSeconds(3));
        var fact = record.Read()!.Activity.ShouldNotBeNull();

        fact.At.ShouldBe(Start.AddSeconds(3));
        fact.ExpiresAt.ShouldBe(Start.AddSeconds(33));
        record.Read().ShouldBeNull();
    }

    [Theory]
    [InlineData("~/.other/sessions/*.jsonl", "x", false)]
    [InlineData("~/.other/{nativeSessionId}.jsonl", null, false)]
    [InlineData("~/.other/{nativeSessionId}.jsonl", "x", true)]
    [InlineData(".chat.md", null, true)]
    [InlineData("{sessionDirectory}/chat.md", null, true)]
    public void OtherAgents_filesThatMayBelongToAnotherSession_areNotWatched(string files, string? nativeId, bool watched) =>
        (new AgentRecords(TimeProvider.System).Open(Profile(NativeRecordFormat.Unknown, files), Place(nativeId, Start)) is not null).ShouldBe(watched);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        home.Dispose();
    }

    private static string Rollout(string id) => $".codex/sessions/2026/11/22/rollout-2026-11-22T23-35-28-{id}.jsonl";

    private static RecordPlace Place(string? nativeId, DateTimeOffset start) => new("app-1", Workspace, nativeId, start);

    private IAgentRecord Open(NativeRecordFormat format, string? nativeId, params (string Name, string Value)[] variables) =>
        new AgentRecords(TimeProvider.System).Open(Profile(format, null, variables), Place(nativeId, Start))!;

    private IAgentRecord Open(NativeRecordFormat format, string? nativeId, DateTimeOffset start) =>
        new AgentRecords(TimeProvider.System).Open(Profile(format, null), Place(nativeId, start))!;

    private AgentProfile Profile(NativeRecordFormat format, string? files, params (string Name, string Value)[] variables) => new()
    {
        Name = "agent",
        DisplayName = "Agent",
        Process = "agent",
        Launch = ["agent"],
        Env = variables.Append(("HOME", home.Path)).ToDictionary(variable => variable.Item1, variable => variable.Item2),
        NativeSession = new NativeSession(NativeSessionId.Found, files, format),
    };

    private void Put(string file, string recording, Func<string, string>? change = null)
    {
        var path = home.Combine(file.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = RecordedConversation.Text(recording);
        File.WriteAllText(path, change is null ? text : change(text));
    }

    private void FillStore(string statements)
    {
        var path = home.Combine(".local", "share", "opencode", "opencode.db");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var database = new SqliteConnection($"Data Source={path}");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode = wal; {statements}";
        command.ExecuteNonQuery();
    }
}
