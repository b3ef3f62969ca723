using Athene.TrackerBridge.GitLab;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.TrackerBridge.Tests.GitLabHost;

public sealed class GitLabTokenTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("https://gitlab.com/api/v4/", null, true)]
    [InlineData("http://gitlab.com/api/v4/", null, false)]
    [InlineData("https://gitlab.com.example.com/api/v4/", null, false)]
    [InlineData("https://gitlab.example.com/api/v4/", null, false)]
    [InlineData("https://gitlab.example.com/api/v4/", "https://gitlab.example.com/api/v4/", true)]
    [InlineData("https://gitlab.example.com:8443/api/v4/", "https://gitlab.example.com/api/v4/", false)]
    [InlineData("https://gitlab.com/api/v4/", "https://gitlab.example.com/api/v4/", false)]
    public void For_host_isTheOwnersTokenOnlyWhereTheOwnerSaysSo(string api, string? ownersApi, bool expected) =>
        GitLabTokenNames.For(new Uri(api), ownersApi is null ? null : new Uri(ownersApi)).Count.ShouldBe(expected ? 2 : 0);

    [Theory]
    [InlineData("https://gitlab.com/api/v4/", "token-of-gitlab-com")]
    [InlineData("https://gitlab.example.com/api/v4/", "token-of-example")]
    [InlineData("http://gitlab.example.com/api/v4/", null)]
    [InlineData("http://localhost:8080/api/v4/", "token-of-localhost")]
    [InlineData("https://evil.example.com/api/v4/", null)]
    public async Task Login_ofGlab_isGoodForItsOwnHostAlone(string api, string? token)
    {
        await WriteAsync(
            """
            git_protocol: ssh
            token: a-token-for-no-host
            hosts:
                gitlab.com:
                    token: !!null token-of-gitlab-com
                    user: ada
                gitlab.example.com:
                    api_protocol: https
                    token: token-of-example
                local:
                    api_host: localhost:8080
                    api_protocol: http
                    token: token-of-localhost
            """);

        (await TokenForAsync(api)).ShouldBe(token);
    }

    [Theory]
    [InlineData("hosts: [")]
    [InlineData("hosts: none")]
    [InlineData("")]
    public async Task Login_inAFileThatIsNone_isNone(string text)
    {
        await WriteAsync(text);

        (await TokenForAsync("https://gitlab.com/api/v4/")).ShouldBeNull();
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(folder.Combine("config.yml"), text);

    private Task<string?> TokenForAsync(string api)
    {
        var environment = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["GLAB_CONFIG_DIR"] = folder.Path }).Build();
        return new GlabLogins(environment, NullLogger<GlabLogins>.Instance).TokenForAsync(new Uri(api), CancellationToken.None);
    }
}
