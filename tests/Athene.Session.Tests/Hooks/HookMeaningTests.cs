using Athene.Contracts.Lifecycle;
using Athene.Session.Hooks;
using Athene.Session.Observing;

namespace Athene.Session.Tests.Hooks;

public sealed class HookMeaningTests
{
    private static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("SessionStart", """{"source":"startup"}""", Activity.Ready, Turn.Unsaid)]
    [InlineData("UserPromptSubmit", """{"prompt":"go"}""", Activity.Active, Turn.Open)]
    [InlineData("PreToolUse", """{"tool_name":"Bash"}""", Activity.Active, Turn.Open)]
    [InlineData("PermissionRequest", """{"tool_name":"Bash"}""", Activity.WaitingInput, Turn.Open)]
    [InlineData("Notification", """{"notification_type":"permission_prompt"}""", Activity.WaitingInput, Turn.Unsaid)]
    [InlineData("Stop", "{}", Activity.Ready, Turn.Closed)]
    [InlineData("StopFailure", """{"error":"rate_limit"}""", Activity.Blocked, Turn.Closed)]
    [InlineData("SubagentStop", "{}", Activity.Active, Turn.Unsaid)]
    [InlineData("PostCompact", """{"trigger":"manual"}""", Activity.Ready, Turn.Unsaid)]
    [InlineData("PostCompact", """{"trigger":"auto"}""", Activity.Active, Turn.Unsaid)]
    public void ClaudeCode_eachEvent_saysWhatTheAgentDoes(string name, string body, Activity activity, Turn turn)
    {
        var said = HookMeaning.Of(Fact(HookSources.ClaudeCode, name, body)).Evidence.ShouldNotBeNull();

        (said.Activity, said.Turn, said.Source, said.At).ShouldBe((activity, turn, EvidenceSource.Hook, Then));
    }

    [Theory]
    [InlineData("Notification", """{"notification_type":"idle_prompt"}""")]
    [InlineData("Notification", "{}")]
    [InlineData("SessionStart", """{"source":"compact"}""")]
    [InlineData("SomethingNew", "{}")]
    public void ClaudeCode_whatIsNoNews_saysNothing(string name, string body) =>
        HookMeaning.Of(Fact(HookSources.ClaudeCode, name, body)).ShouldBe(HookEffect.None);

    [Fact]
    public void ClaudeCode_prompt_isProofOfDeliveryAlsoWhenMoreWasCutOff()
    {
        var effect = HookMeaning.Of(Fact(HookSources.ClaudeCode, "UserPromptSubmit", """{"nested":{"prompt":"not me"},"prompt":"do \"it\"\n","tool_input":{"con"""));

        effect.Prompt.ShouldBe(new PromptSighting("do \"it\"\n", Then, EvidenceSource.Hook));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u001b[2J")]
    [InlineData("[[[[")]
    [InlineData("""{"prompt":""")]
    [InlineData("""{"prompt":"\ud800"}""")]
    [InlineData("""{"prompt":7,"tool_name":{"a":[1,"x"]}}""")]
    public void ClaudeCode_bodyThatIsNoJson_saysNoMoreThanTheEventItself(string body)
    {
        var effect = HookMeaning.Of(Fact(HookSources.ClaudeCode, "UserPromptSubmit", body));

        effect.Prompt.ShouldBeNull();
        effect.Evidence.ShouldNotBeNull().Activity.ShouldBe(Activity.Active);
    }

    [Fact]
    public void ClaudeCode_detail_isOneShortLine()
    {
        var body = $$"""{"tool_name":"a\nb\u001b[31m{{new string('x', 5000)}}"}""";

        var detail = HookMeaning.Of(Fact(HookSources.ClaudeCode, "PermissionRequest", body)).Evidence!.Detail.ShouldNotBeNull();

        detail.ShouldStartWith("a b [31mxxx");
        detail.Length.ShouldBeLessThanOrEqualTo(200);
    }

    [Theory]
    [InlineData("https://github.com/o/r/pull/7\n", "https://github.com/o/r/pull/7")]
    [InlineData("Warning: 1 uncommitted change\nhttps://github.com/o/r/pull/7\n", "https://github.com/o/r/pull/7")]
    [InlineData("""{"url":"https://ghe.example.com/o/r/pull/8"}""", "https://ghe.example.com/o/r/pull/8")]
    [InlineData("https://github.com/o/r/issues/7", null)]
    [InlineData("javascript:alert(1)//github.com/o/r/pull/7", null)]
    [InlineData("nothing", null)]
    public void Gh_answer_isSearchedForThePullRequest(string body, string? expected) =>
        HookMeaning.Of(Fact(HookSources.GitHub, HookMeaning.PullRequestCreated, body)).PullRequest.ShouldBe(expected);

    [Fact]
    public void AnythingElse_meansNothing() => HookMeaning.Of(Fact("rm", "-rf", "/")).ShouldBe(HookEffect.None);

    private static HookFact Fact(string source, string name, string body) => new("1", source, name, Then, body);
}
