using System.Text;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Machine.Agents;
using Athene.Session.Machine.Agents.Transcripts;
using Athene.Session.Observing;

namespace Athene.Session.Tests.Machine.Agents;

public sealed class TranscriptTests
{
    [Fact]
    public void Claude_recordedConversation_showsEveryPromptOnce() =>
        Read(new ClaudeTranscript(), "claude-code.jsonl").Prompts.Select(prompt => prompt.Text).ShouldBe(RecordedConversation.Prompts);

    [Fact]
    public void Claude_recordedConversation_countsTokensOnceAnAnswer()
    {
        var info = Read(new ClaudeTranscript(), "claude-code.jsonl").Info;

        info.NativeSessionId.ShouldBe("11111111-2222-4333-8444-555555555555");
        info.Model.ShouldBe("claude-opus-4-8");
        info.Summary.ShouldBe(RecordedConversation.FirstPrompt);
        info.SummaryIsFallback.ShouldBeTrue();
        info.Tokens.ShouldBe(new TokenUsageDocument(Input: 5 * 120, Output: 30 + 12 + 12 + 30 + 12, CacheRead: 5 * 40, CacheWrite: 5 * 7));
    }

    [Theory]
    [InlineData("summary", "summary")]
    [InlineData("custom-title", "customTitle")]
    public void Claude_summaryWithoutEnd_isCut(string type, string property)
    {
        var transcript = new ClaudeTranscript();

        transcript.Take(Encoding.UTF8.GetBytes($$"""{"type":"{{type}}","{{property}}":"{{new string('x', 100_000)}}"}"""));

        transcript.News().Info.Summary.ShouldBe(new string('x', 120) + "…");
    }

    [Fact]
    public void Claude_recordedConversation_tellsTheTurns()
    {
        var said = EachActivity(new ClaudeTranscript(), "claude-code.jsonl");

        said.Count(fact => fact is { Activity: Activity.Ready, Turn: Turn.Closed }).ShouldBe(3);
        said[^1].Activity.ShouldBe(Activity.Active);
        said.ShouldNotContain(fact => fact.Activity == Activity.WaitingInput);
    }

    [Theory]
    [InlineData("""{"type":"assistant","isApiErrorMessage":true,"timestamp":"2026-01-01T00:00:01Z","message":{"content":[{"type":"text","text":"No credit"}]}}""", Activity.Blocked, "No credit")]
    [InlineData("""{"type":"system","subtype":"api_error","timestamp":"2026-01-01T00:00:01Z","retryAttempt":2,"maxRetries":10}""", Activity.Blocked, "an error of the provider, attempt 2 of 10")]
    [InlineData("""{"type":"user","timestamp":"2026-01-01T00:00:01Z","message":{"content":[{"type":"text","text":"[Request interrupted by user for tool use]"}]}}""", Activity.Ready, null)]
    [InlineData("""{"type":"assistant","timestamp":"2026-01-01T00:00:01Z","message":{"stop_reason":null,"content":[]}}""", Activity.Active, null)]
    public void Claude_lastEntry_saysWhatItDoes(string line, Activity expected, string? detail)
    {
        var fact = EachActivity(new ClaudeTranscript(), [line]).ShouldHaveSingleItem();

        fact.Activity.ShouldBe(expected);
        fact.Detail.ShouldBe(detail);
    }

    [Theory]
    [InlineData("""{"type":"user","isMeta":true,"timestamp":"2026-01-01T00:00:01Z","message":{"content":"Caveat"}}""")]
    [InlineData("""{"type":"user","timestamp":"2026-01-01T00:00:01Z","message":{"content":"<command-name>/clear</command-name>"}}""")]
    [InlineData("""{"type":"permission-mode","permissionMode":"default"}""")]
    [InlineData("""{"type":"tomorrows-entry","timestamp":"2026-01-01T00:00:01Z"}""")]
    [InlineData("not JSON")]
    public void Claude_entryThatIsNoWorkOfTheAgent_saysNothing(string line)
    {
        var transcript = new ClaudeTranscript();
        transcript.Take(Encoding.UTF8.GetBytes(line));

        var news = transcript.News();
        news.Activity.ShouldBeNull();
        news.Prompts.ShouldBeEmpty();
    }

    [Fact]
    public void Claude_textWithHalfACharacter_hidesNeitherItsEntryNorTheNext()
    {
        var said = EachActivity(
            new ClaudeTranscript(),
            [
                """{"type":"user","timestamp":"2026-01-01T00:00:01Z","message":{"content":[{"type":"text","text":"cut \ud83d"},{"type":"tool_result"}]}}""",
                """{"type":"user","\ud83d":1,"timestamp":"9999-12-31T23:59:59Z","message":{"content":"later than any calendar"}}""",
                """{"type":"assistant","timestamp":"2026-01-01T00:00:02Z","message":{"stop_reason":"end_turn","content":[]}}""",
            ]);

        said[0].Activity.ShouldBe(Activity.Active);
        said[^1].ShouldSatisfyAllConditions(last => last.Activity.ShouldBe(Activity.Ready), last => last.At.Second.ShouldBe(2));
    }

    [Fact]
    public void Claude_title_isTheSummary()
    {
        var transcript = new ClaudeTranscript();
        transcript.Take("""{"type":"ai-title","aiTitle":"Make a file"}"""u8.ToArray());

        transcript.News().Info.ShouldSatisfyAllConditions(info => info.Summary.ShouldBe("Make a file"), info => info.SummaryIsFallback.ShouldBeFalse());
    }

    [Fact]
    public void Codex_recordedConversation_showsPromptsTokensAndItsId()
    {
        var news = Read(new CodexTranscript(), "codex.jsonl");

        news.Prompts.Select(prompt => prompt.Text).ShouldBe(RecordedConversation.Prompts);
        news.Info.NativeSessionId.ShouldBe("01a2059d-5cfd-7ad0-b546-f04281e21cae");
        news.Info.Model.ShouldBe("scripted");
        news.Info.Tokens.ShouldBe(new TokenUsageDocument(Input: 5 * 80, Output: 5 * 12, CacheRead: 5 * 40, CacheWrite: 0));
        news.Activity!.Turn.ShouldBe(Turn.Closed);
    }

    [Fact]
    public void Codex_commandThatEndsAfterTheLastWord_opensNoTurn()
    {
        var lines = RecordedConversation.Lines("codex.jsonl");
        var lastWord = Array.FindLastIndex(lines, line => line.Contains("\"task_complete\"", StringComparison.Ordinal));
        lines[lastWord + 1].ShouldContain("CommandExecution");

        EachActivity(new CodexTranscript(), lines[..(lastWord + 2)])[^1].Activity.ShouldBe(Activity.Ready);
    }

    private static RecordNews Read(Transcript transcript, string recording)
    {
        foreach (var line in RecordedConversation.Lines(recording)) transcript.Take(Encoding.UTF8.GetBytes(line));
        return transcript.News();
    }

    private static List<Evidence> EachActivity(Transcript transcript, string recording) =>
        EachActivity(transcript, RecordedConversation.Lines(recording));

    private static List<Evidence> EachActivity(Transcript transcript, string[] lines)
    {
        var said = new List<Evidence>();
        foreach (var line in lines)
        {
            transcript.Take(Encoding.UTF8.GetBytes(line));
            if (transcript.News().Activity is { } fact && (said.Count == 0 || said[^1] != fact)) said.Add(fact);
        }

        return said;
    }
}
