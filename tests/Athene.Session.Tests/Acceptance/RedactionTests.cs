using Athene.Session.History;

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
    public void Case093_Summary_isAtMost500CharactersLong() => Redaction.Apply(new string('x', 2000)).Length.ShouldBe(500);
}
