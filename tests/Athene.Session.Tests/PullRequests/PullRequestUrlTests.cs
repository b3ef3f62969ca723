using Athene.Contracts.PullRequests;

namespace Athene.Session.Tests.PullRequests;

public sealed class PullRequestUrlTests
{
    [Theory]
    [InlineData("https://github.com/Acme/app/pull/42", "https://github.com/Acme/app/pull/42", "Acme/app", 42)]
    [InlineData(" https://github.com/acme/app/pull/42/files?diff=split#L3 ", "https://github.com/acme/app/pull/42", "acme/app", 42)]
    [InlineData("http://127.0.0.1:8080/acme/app/pull/7/", "http://127.0.0.1:8080/acme/app/pull/7", "acme/app", 7)]
    [InlineData("https://gitlab.com/group/sub/app/-/merge_requests/9/diffs", "https://gitlab.com/group/sub/app/-/merge_requests/9", "group/sub/app", 9)]
    [InlineData("https://review.example.org/c/project/+/1234", "https://review.example.org/c/project/+/1234", "", 1234)]
    public void Parse_address_isReadUpToItsNumber(string text, string address, string repository, int number) =>
        PullRequestUrl.Parse(text).ShouldBe(new PullRequestUrl(address, repository, number));

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("#42")]
    [InlineData("not a url")]
    [InlineData("https://github.com/acme/app/pull/new")]
    [InlineData("file:///acme/app/pull/42")]
    [InlineData("https://github.com/acme/app/pull/99999999999")]
    public void Parse_anythingElse_isNone(string text) => PullRequestUrl.Parse(text).ShouldBeNull();

    [Fact]
    public void Key_isTheSameHoweverTheAddressIsWritten() =>
        PullRequestUrl.KeyOf("https://github.com/ACME/App/pull/42/commits").ShouldBe(PullRequestUrl.KeyOf("http://github.com/acme/app/pull/42"));
}
