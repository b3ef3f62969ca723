using Athene.TrackerBridge.Watching;

namespace Athene.TrackerBridge.Tests.Watching;

public sealed class TargetsTests
{
    [Fact]
    public void Of_sessionWithoutAny_isItsBranch() => Of(Samples.Session()).ShouldBe([Samples.Target(branch: "feat/x")]);

    [Fact]
    public void Of_sessionWithAnOpenOne_isItsNumberAlone() =>
        Of(Samples.Session(pullRequests: new WatchedPullRequest("Acme/App", 42, false))).ShouldBe([Samples.Target(42)]);

    [Fact]
    public void Of_sessionWhoseOneIsSettled_isAlsoItsBranch() =>
        Of(Samples.Session(pullRequests: new WatchedPullRequest("acme/app", 42, true))).ShouldBe([Samples.Target(42), Samples.Target(branch: "feat/x")]);

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("main", true)]
    [InlineData("feat/x", false)]
    public void Of_sessionThatFindsNone_isNothing(string? branch, bool findsByBranch) => Of(Samples.Session(branch: branch, findsByBranch: findsByBranch)).ShouldBeEmpty();

    [Fact]
    public void Of_twoSessionsOfOneBranch_isItOnce() => Of(Samples.Session("app-1"), Samples.Session("app-2")).ShouldBe([Samples.Target(branch: "feat/x")]);

    [Fact]
    public void Of_pullRequestElsewhere_doesNotEndTheSearchHere() =>
        Of(Samples.Session(pullRequests: new WatchedPullRequest("acme/docs", 7, false))).Count.ShouldBe(2);

    [Fact]
    public void Of_sessionOfAProjectThatIsOnlyHere_isNothing() => Targets.Of([Samples.Session()], new Dictionary<string, ProjectPlace>()).ShouldBeEmpty();

    private static IReadOnlyList<WatchTarget> Of(params WatchedSession[] sessions) => Targets.Of(sessions, Samples.Places);
}
