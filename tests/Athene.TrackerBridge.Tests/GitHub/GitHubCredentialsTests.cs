using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.TrackerBridge.Budget;
using Athene.TrackerBridge.GitHub;

namespace Athene.TrackerBridge.Tests.GitHub;

public sealed class GitHubCredentialsTests : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);

    public void Dispose() => key.Dispose();

    [Fact]
    public async Task Token_ofTheSecretStore_comesFirst()
    {
        await using var bench = await StartAsync([("GITHUB_TOKEN", "from-the-store"), .. App]);

        (await TokenAsync(bench)).ShouldBe("from-the-store");
        bench.GitHub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Token_ofTheApp_isMadeOnceAndAgainShortlyBeforeItExpires()
    {
        await using var bench = await StartAsync(App);

        var first = await TokenAsync(bench);
        (await TokenAsync(bench)).ShouldBe(first);
        time.Advance(TimeSpan.FromMinutes(56));
        var second = await TokenAsync(bench);

        first.ShouldNotBeNull().ShouldStartWith("ghs_7_");
        second.ShouldNotBe(first);
        bench.GitHub.Requests.Select(request => $"{request.Method} {request.Target}").ShouldBe(Enumerable.Repeat("POST /app/installations/7/access_tokens", 2));
        Verify(bench.GitHub.Requests[0].Authorization!);
    }

    [Fact]
    public async Task Token_ofAnAppForAnotherHost_isNone()
    {
        await using var bench = await StartAsync(App);

        (await bench.Get<GitHubCredentials>().TokenForAsync(new Uri("https://github.example.com/api/v3/"), CancellationToken.None)).ShouldBeNull();
        bench.GitHub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Token_withAKeyThatIsNone_saysWhichSecretIsWrong()
    {
        await using var bench = await StartAsync(("GITHUB_APP_ID", "5"), ("GITHUB_APP_PRIVATE_KEY", "nonsense"), ("GITHUB_APP_INSTALLATION_ID", "7"));

        var refused = await Should.ThrowAsync<AtheneException>(() => TokenAsync(bench));

        refused.Message.ShouldContain("GITHUB_APP_PRIVATE_KEY");
        refused.Message.ShouldNotContain("nonsense");
    }

    [Fact]
    public async Task Token_ofAnAppThatIsRefused_isNotAskedForWithEveryRequest()
    {
        await using var bench = await StartAsync(App);
        bench.GitHub.RequiredToken = "another";

        foreach (var _ in Enumerable.Range(0, 3)) await Should.ThrowAsync<AtheneException>(() => TokenAsync(bench));
        bench.GitHub.Requests.Count.ShouldBe(1);

        bench.GitHub.RequiredToken = null;
        time.Advance(TimeSpan.FromMinutes(1));
        (await TokenAsync(bench)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Budget_ofAnApp_isOneWhateverItsTokenIs()
    {
        await using var bench = await StartAsync(App);
        await bench.GitHub.CreateRepositoryAsync("acme/app");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await bench.Get<GitHubApi>().FindAsync<GitHubRepository>(null, "repos/acme/app", CancellationToken.None);
            time.Advance(TimeSpan.FromMinutes(56));
        }

        bench.GitHub.Requests.Select(request => request.Authorization).Distinct().Count().ShouldBeGreaterThan(2);
        bench.Get<HostBudgets>().Describe().Data.ShouldHaveSingleItem();
    }

    private (string, string)[] App =>
        [("GITHUB_APP_ID", "5"), ("GITHUB_APP_PRIVATE_KEY", key.ExportRSAPrivateKeyPem().Replace("\n", "\\n", StringComparison.Ordinal)), ("GITHUB_APP_INSTALLATION_ID", "7")];

    private static Task<string?> TokenAsync(GitHubBench bench) =>
        bench.Get<GitHubCredentials>().TokenForAsync(bench.Get<OwnersHosts>().ApiFor(null), CancellationToken.None);

    private Task<GitHubBench> StartAsync(params (string Name, string Value)[] secrets) => GitHubBench.StartAsync(time: time, secrets: secrets);

    private void Verify(string authorization)
    {
        var parts = authorization["Bearer ".Length..].Split('.');
        key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        var claims = JsonNode.Parse(Bytes(parts[1]))!;
        ((string?)claims["iss"], (long)claims["exp"]! - (long)claims["iat"]!).ShouldBe(("5", 600));
    }

    private static byte[] Bytes(string part) => System.Buffers.Text.Base64Url.DecodeFromChars(part);
}
