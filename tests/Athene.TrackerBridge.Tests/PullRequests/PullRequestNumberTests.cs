using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.Tests.PullRequests;

public sealed class PullRequestNumberTests
{
    [Theory]
    [InlineData("42")]
    [InlineData(" #42 ")]
    [InlineData("!42")]
    [InlineData("https://github.com/Acme/App/pull/42/files")]
    [InlineData("https://gitlab.com/acme/app/-/merge_requests/42")]
    public void Of_reference_isItsNumber(string reference) =>
        PullRequestNumber.Of(new PullRequestLookup("app", reference, Repo: "acme/app")).ShouldBe(42);

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("feat/x")]
    [InlineData("42; rm -rf /")]
    public void Of_anythingElse_isRefused(string reference) =>
        Should.Throw<AtheneException>(() => PullRequestNumber.Of(new PullRequestLookup("app", reference, Repo: "acme/app")))
            .Type.ShouldBe(ErrorTypes.RequestInvalid);

    [Fact]
    public void Of_addressOfAnotherRepository_isRefused() =>
        Should.Throw<AtheneException>(() => PullRequestNumber.Of(new PullRequestLookup("app", "https://github.com/acme/other/pull/42", Repo: "acme/app")))
            .Message.ShouldContain("acme/other");
}
