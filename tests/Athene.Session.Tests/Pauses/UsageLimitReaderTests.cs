using Athene.Configuration.Agents;
using Athene.Contracts.Lifecycle;
using Athene.Session.Agents;
using Athene.Session.Machine.Observation;
using Athene.Session.Observing;
using Athene.Session.Pauses;
using Athene.Testing;

namespace Athene.Session.Tests.Pauses;

/// <summary>With the built-in profiles.</summary>
public sealed class UsageLimitReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 13, 30, 0, TimeSpan.Zero);

    private static readonly AgentCatalog Agents = AgentCatalog.Load("none", new Dictionary<string, AgentProfileLayer>(), _ => null);

    private readonly UsageLimitReader reader = new(Agents, new FakeTimeProvider(Now));

    [Theory]
    [InlineData("claude-code", "You've hit your session limit · resets 8:30pm (Asia/Tokyo)", "2026-11-24T11:30:00Z")]
    [InlineData("claude-code", "You've hit your limit · resets 11pm (America/Anchorage)", "2026-11-24T08:00:00Z")]
    [InlineData("claude-code", "Weekly limit reached · resets 10am (Asia/Seoul) · /upgrade to Max or turn on /extra-usage", "2026-11-24T01:00:00Z")]
    [InlineData("claude-code", "Claude AI usage limit reached|1795455000", "2026-11-23T17:30:00Z")]
    [InlineData("claude-code", "Claude usage limit reached. Your limit will reset at 12am (UTC).", "2026-11-24T00:00:00Z")]
    [InlineData("codex", "You've hit your usage limit. Upgrade to Pro (https://openai.com/chatgpt/pricing) or try again in 2 days 17 hours 14 minutes.", "2026-11-26T06:44:00Z")]
    [InlineData("codex", "You’ve hit your usage limit. Upgrade to Pro, or try again in 3 hours 2 minutes.", "2026-11-23T16:32:00Z")]
    [InlineData("gemini", "Usage limit reached for gemini-3-flash-preview. Access resets at 10:57 PM GMT-3.", "2026-11-24T01:57:00Z")]
    public void Read_ofWhatAnAgentSays_isWhenItMayGoOn(string agent, string said, string until) =>
        Read(agent, said).ShouldNotBeNull().Until.ShouldBe(DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("codex", "You've hit your usage limit. Upgrade to Pro (https://openai.com/chatgpt/pricing), or wait for limits to reset (every 5h and every week.).")]
    [InlineData("codex", "You've hit your usage limit. Upgrade your plan to continue, or try again at 10 de jul. de 2026, 11.52.")]
    [InlineData("claude-code", "You've hit your session limit")]
    public void Read_ofALimitWithoutATime_isALimitWithoutAnEnd(string agent, string said) => Read(agent, said).ShouldNotBeNull().Until.ShouldBeNull();

    [Theory]
    [InlineData("claude-code", "API Error: Request rejected (429) · This request would exceed your rate limit")]
    [InlineData("codex", "exceeded retry limit, last status: 429 Too Many Requests")]
    [InlineData("claude-code", "Invalid API key")]
    public void Read_ofAnotherError_isNoLimit(string agent, string said) => Read(agent, said).ShouldBeNull();

    [Fact]
    public void Read_ofAnAgentThatIsNotBlocked_isNothing()
    {
        var working = Evidence.Of(Activity.Active, EvidenceSource.Native, Now, detail: "You've hit your session limit · resets 3pm");

        reader.Read(Samples.Session() with { Agent = "claude-code" }, KnownActivity.Nothing.With(working), working).ShouldBeNull();
    }

    [Fact]
    public void Read_ofSeveralSources_takesTheOneThatKnowsTheEnd()
    {
        var hook = Evidence.Of(Activity.Blocked, EvidenceSource.Hook, Now.AddSeconds(1), Turn.Closed, "rate_limit");
        var record = Evidence.Of(Activity.Blocked, EvidenceSource.Native, Now, Turn.Closed, "You've hit your session limit · resets 5pm (UTC)");

        reader.Read(Samples.Session() with { Agent = "claude-code" }, KnownActivity.Nothing.With(record).With(hook), hook)
            .ShouldNotBeNull().Until.ShouldBe(new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Classify_ofALimitThatIsBrokenOverTwoLines_keepsAllOfIt()
    {
        const string screen = "■ You've hit your usage limit. Upgrade to Pro (https://chatgpt.com/explore/pro), visit\nhttps://chatgpt.com/codex/settings/usage to purchase more credits or try again at 2:51 PM.\n\n› Ask Codex to do anything\n";

        var verdict = new ScreenClassifier(Agents.Get("codex").Activity).Classify(screen);

        verdict.Activity.ShouldBe(AgentActivity.Blocked);
        Read("codex", verdict.Text!).ShouldNotBeNull().Until.ShouldNotBeNull();
    }

    private UsageLimit? Read(string agent, string said)
    {
        var evidence = Evidence.Of(Activity.Blocked, EvidenceSource.Native, Now, Turn.Closed, "the beginning") with { Said = said };
        return reader.Read(Samples.Session() with { Agent = agent }, KnownActivity.Nothing.With(evidence), evidence);
    }
}
