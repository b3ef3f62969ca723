using Athene.TrackerBridge.GitHub;

namespace Athene.TrackerBridge.Tests.PullRequests;

public sealed class GitHubTokenNamesTests
{
    [Fact]
    public void For_gitHub_isItsOwnToken() =>
        GitHubTokenNames.For(new Uri("https://api.github.com/"), null).ShouldBe(["GITHUB_TOKEN", "GH_TOKEN"]);

    [Theory]
    [InlineData("https://github.example.com/api/v3/", null)]
    [InlineData("https://api.github.com.example.com/", null)]
    [InlineData("https://api.github.com:8443/", null)]
    [InlineData("http://api.github.com/", null)]
    [InlineData("https://github.example.com/", "https://other.example.com/")]
    [InlineData("http://127.0.0.1:1234/", "http://127.0.0.1:1235/")]
    public void For_hostThatOnlyAProjectNames_isNeverTheTokenForGitHub(string api, string? ownersApi) =>
        GitHubTokenNames.For(new Uri(api), ownersApi is null ? null : new Uri(ownersApi))
            .ShouldBe(["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"]);

    [Fact]
    public void For_hostThatTheOwnersEnvironmentNames_isAlsoTheTokenForGitHub() =>
        GitHubTokenNames.For(new Uri("http://127.0.0.1:1234/api/"), new Uri("http://127.0.0.1:1234/"))
            .ShouldBe(["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "GITHUB_TOKEN", "GH_TOKEN"]);
}
