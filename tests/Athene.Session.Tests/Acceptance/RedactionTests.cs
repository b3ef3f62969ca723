using System.Text.Json.Nodes;
using Athene.Hosting.Secrecy;

namespace Athene.Session.Tests.Acceptance;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("clone of https://ada:s3cret@example.org/app.git failed", "s3cret")]
    [InlineData("Authorization: Bearer ghp_0123456789abcdef refused", "ghp_0123456789abcdef")]
    [InlineData("401 for bearer abcdefgh12345678", "abcdefgh12345678")]
    [InlineData("token=abc123 is wrong", "abc123")]
    [InlineData("PASSWORD: hunter2", "hunter2")]
    [InlineData("api_key=xyz987", "xyz987")]
    [InlineData("export GITHUB_TOKEN=abc123", "abc123")]
    [InlineData("git said ghp_0123456789abcdefghij", "ghp_0123456789abcdefghij")]
    [InlineData("key sk-ant-0123456789abcdefghij", "sk-ant-0123456789abcdefghij")]
    [InlineData("xoxb-1234567890-abcdef", "xoxb-1234567890-abcdef")]
    [InlineData("POST https://hooks.slack.com/services/T0/B0/abcdefghijkl answered 500", "abcdefghijkl")]
    [InlineData("https://discord.com/api/webhooks/12345/qwertyuiop is gone", "qwertyuiop")]
    public void Case093_Redaction_takesSecretsOut(string text, string secret)
    {
        var clean = Redaction.Apply(text);

        clean.ShouldNotContain(secret);
        clean.ShouldContain("[redacted]");
    }

    [Theory]
    [InlineData("Spawned app-1 with codex on feat/issue-7")]
    [InlineData("see https://example.org/app/issues/7 for more")]
    public void Redaction_leavesOrdinaryTextAlone(string text) => Redaction.Apply(text).ShouldBe(text);

    [Fact]
    public void Case093_Data_isRedactedAtEveryDepth()
    {
        var clean = Redaction.Apply(new JsonObject
        {
            ["reason"] = "https://ada:s3cret@example.org refused",
            ["apiKey"] = "abc",
            ["tokens"] = 12,
            ["list"] = new JsonArray(new JsonObject { ["why"] = "Bearer abcdefgh12345678" }, true),
        });

        clean.ToJsonString().ShouldBe("""{"reason":"https://[redacted]@example.org refused","apiKey":"[redacted]","tokens":12,"list":[{"why":"Bearer [redacted]"},true]}""");
    }

    [Fact]
    public void Case093_Summary_isAtMost500CharactersLong() => Redaction.Apply(new string('x', 2000)).Length.ShouldBe(500);
}
