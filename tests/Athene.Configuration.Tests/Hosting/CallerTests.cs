using System.Net;

namespace Athene.Configuration.Tests.Hosting;

public sealed class CallerTests
{
    private const string WithAppToken = $"--APP_API_TOKEN={SampleService.AppToken}";

    [Fact]
    public async Task Request_with_the_token_of_the_home_comes_from_the_owner()
    {
        await using var service = await SampleService.StartAsync(WithAppToken);

        var response = await service.SendAsync(HttpMethod.Get, "/who", bearer: HomeToken.ReadOrCreate(service.Home));

        (await response.Content.ReadAsStringAsync()).ShouldBe("Owner");
    }

    [Fact]
    public async Task Request_with_the_token_of_the_app_comes_from_the_sidecar()
    {
        await using var service = await SampleService.StartAsync(WithAppToken);

        var response = await service.SendAsync(HttpMethod.Get, "/who", appToken: SampleService.AppToken);

        (await response.Content.ReadAsStringAsync()).ShouldBe("Sidecar");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("wrong", null)]
    [InlineData("wrong", SampleService.AppToken)]
    [InlineData(null, "wrong")]
    public async Task Request_without_a_valid_token_is_refused(string? bearer, string? appToken)
    {
        await using var service = await SampleService.StartAsync(WithAppToken);

        var response = await service.SendAsync(HttpMethod.Get, "/who", bearer, appToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task Request_for_an_address_that_is_not_there_tells_a_stranger_nothing()
    {
        await using var service = await SampleService.StartAsync(WithAppToken);

        (await service.SendAsync(HttpMethod.Get, "/nowhere")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Request_of_an_agent_opens_its_own_session_alone()
    {
        await using var service = await SampleService.StartAsync(WithAppToken);
        var token = HomeToken.ForSession(HomeToken.ReadOrCreate(service.Home), new SessionToken("app-1", "spawn-1"));

        (await service.SendAsync(HttpMethod.Get, "/sessions/app-1", token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.SendAsync(HttpMethod.Get, "/sessions/app-2", token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await service.SendAsync(HttpMethod.Get, "/who", token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await service.SendAsync(HttpMethod.Get, "/who", token, SampleService.AppToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Request_without_app_tokens_is_believed_from_a_local_program_but_not_from_a_page()
    {
        await using var service = await SampleService.StartAsync("--APP_API_TOKEN=");
        using var page = new HttpRequestMessage(HttpMethod.Get, "/who") { Headers = { { "Origin", "https://example.org" } } };

        (await service.SendAsync(HttpMethod.Get, "/who")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.Client.SendAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Health_is_open_to_all()
    {
        await using var service = await SampleService.StartAsync(WithAppToken);

        (await service.SendAsync(HttpMethod.Get, "/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
