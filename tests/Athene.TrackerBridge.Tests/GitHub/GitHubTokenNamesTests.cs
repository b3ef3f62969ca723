using Athene.Configuration;
using Athene.TrackerBridge.GitHub;
using Microsoft.Extensions.Configuration;

namespace Athene.TrackerBridge.Tests.GitHub;

public sealed class GitHubTokenNamesTests
{
    private static readonly string[] ForGitHub = ["GITHUB_TOKEN", "GH_TOKEN"];

    private static readonly string[] ForEnterprise = ["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"];

    [Fact]
    public void For_gitHub_isItsOwnToken() => NamesFor("https://api.github.com/").ShouldBe(ForGitHub);

    [Theory]
    [InlineData("https://github.example.com/api/v3/")]
    [InlineData("https://api.github.com.example.com/")]
    [InlineData("https://api.github.com:8443/")]
    [InlineData("http://api.github.com/")]
    [InlineData("http://127.0.0.1:1235/")]
    public void For_hostThatOnlyAProjectNames_isNone(string api) =>
        NamesFor(api, ("GITHUB_API_URL", "http://127.0.0.1:1234"), ("GH_HOST", "other.example.com")).ShouldBeEmpty();

    [Fact]
    public void For_apiThatTheOwnersEnvironmentNames_isEitherToken() =>
        NamesFor("http://127.0.0.1:1234/api/", ("GITHUB_API_URL", "http://127.0.0.1:1234/")).ShouldBe([.. ForEnterprise, .. ForGitHub]);

    [Theory]
    [InlineData("https://github.example.com/api/v3/", true)]
    [InlineData("https://api.github.example.com/", true)]
    [InlineData("http://github.example.com/api/v3/", false)]
    [InlineData("https://github.example.com:8443/api/v3/", false)]
    [InlineData("https://evil.example.com/github.example.com/", false)]
    public void For_hostThatTheOwnerNames_isTheEnterpriseTokenOverASafeWay(string api, bool isSafe)
    {
        var expected = isSafe ? ForEnterprise : [];

        NamesFor(api, ("GH_HOST", "github.example.com")).ShouldBe(expected);
        NamesFor(api, new AtheneConfiguration { Hosts = new Dictionary<string, HostConfiguration> { ["github.example.com"] = new() } }).ShouldBe(expected);
    }

    [Theory]
    [InlineData("https://api.github.com/", "github.com")]
    [InlineData("https://github.example.com/api/v3/", "github.example.com")]
    [InlineData("http://127.0.0.1:1234/", "127.0.0.1:1234")]
    [InlineData("http://api.github.com/", null)]
    [InlineData("https://api.github.com:8443/", null)]
    public void LoginHost_isThatOfTheApi(string api, string? expected) => GitHubLogin.HostOf(new Uri(api)).ShouldBe(expected);

    [Theory]
    [InlineData("https://api.github.com/", "https://api.github.com/graphql")]
    [InlineData("https://github.example.com/api/v3/", "https://github.example.com/api/graphql")]
    [InlineData("https://api.octo.ghe.com/", "https://api.octo.ghe.com/graphql")]
    [InlineData("http://127.0.0.1:1234/", "http://127.0.0.1:1234/graphql")]
    public void GraphAddress_followsFromTheApi(string api, string expected) => GraphAddress.Of(new Uri(api)).ShouldBe(new Uri(expected));

    private static IReadOnlyList<string> NamesFor(string api, params (string Name, string Value)[] environment) => NamesFor(api, new AtheneConfiguration(), environment);

    private static IReadOnlyList<string> NamesFor(string api, AtheneConfiguration configuration, params (string Name, string Value)[] environment) => GitHubTokenNames.For(
        new Uri(api),
        new OwnersHosts(new ConfigurationBuilder().AddInMemoryCollection(environment.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build(), configuration));
}
