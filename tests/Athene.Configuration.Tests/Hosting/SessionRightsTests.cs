using System.Net;

namespace Athene.Configuration.Tests.Hosting;

/// <summary>What the token of a session opens, and what it does not.</summary>
public sealed class SessionRightsTests
{
    [Theory]
    [InlineData("app-1", "app-orchestrator", HttpStatusCode.OK)]
    [InlineData("app-orchestrator", "app-orchestrator", HttpStatusCode.OK)]
    [InlineData("app-orchestrator", "app-1", HttpStatusCode.OK)]
    [InlineData("app-orchestrator", "app-3", HttpStatusCode.OK)]
    [InlineData("app-1", "app-2", HttpStatusCode.Forbidden)]
    [InlineData("app-1", "app-1", HttpStatusCode.Forbidden)]
    [InlineData("app-1", "web-orchestrator", HttpStatusCode.Forbidden)]
    [InlineData("app-1", "nobody", HttpStatusCode.Forbidden)]
    [InlineData("app-3", "app-orchestrator", HttpStatusCode.Forbidden)]
    [InlineData("app-orchestrator", "web-1", HttpStatusCode.Forbidden)]
    [InlineData("old-orchestrator", "app-1", HttpStatusCode.Forbidden)]
    [InlineData("nobody", "app-orchestrator", HttpStatusCode.Forbidden)]
    public Task Message_goesBetweenWorkersAndTheirOrchestrator(string caller, string target, HttpStatusCode expected) =>
        ShouldBeAsync(caller, $"/messages/{target}", expected);

    [Theory]
    [InlineData("app-orchestrator", "app-1", HttpStatusCode.OK)]
    [InlineData("app-orchestrator", "app-orchestrator", HttpStatusCode.Forbidden)]
    [InlineData("app-orchestrator", "web-1", HttpStatusCode.Forbidden)]
    [InlineData("app-1", "app-1", HttpStatusCode.Forbidden)]
    [InlineData("app-1", "app-2", HttpStatusCode.Forbidden)]
    [InlineData("app-1", "app-orchestrator", HttpStatusCode.Forbidden)]
    public Task Kill_isForTheOrchestratorOfTheWorkersProject(string caller, string target, HttpStatusCode expected) =>
        ShouldBeAsync(caller, $"/kill/{target}", expected);

    [Theory]
    [InlineData("app-orchestrator", "app", HttpStatusCode.OK)]
    [InlineData("app-orchestrator", "web", HttpStatusCode.Forbidden)]
    [InlineData("app-1", "app", HttpStatusCode.Forbidden)]
    [InlineData("old-orchestrator", "app", HttpStatusCode.Forbidden)]
    public Task Spawn_isForTheOrchestratorOfTheProject(string caller, string project, HttpStatusCode expected) =>
        ShouldBeAsync(caller, $"/spawn/{project}", expected);

    [Theory]
    [InlineData("app-orchestrator", "/list", "app")]
    [InlineData("app-orchestrator", "/list?project=app", "app")]
    [InlineData("web-orchestrator", "/list", "web")]
    public async Task List_ofAnOrchestrator_isItsOwnProjects(string caller, string path, string project) =>
        (await (await SendAsync(caller, path)).Content.ReadAsStringAsync()).ShouldBe(project);

    [Theory]
    [InlineData("app-orchestrator", "/list?project=web")]
    [InlineData("app-1", "/list")]
    [InlineData("app-1", "/list?project=app")]
    [InlineData("app-orchestrator", "/who")]
    public Task List_ofOthers_isRefused(string caller, string path) => ShouldBeAsync(caller, path, HttpStatusCode.Forbidden);

    [Fact]
    public async Task Owner_mayAskForAnyProjectOrAll()
    {
        await using var service = await SampleService.StartAsync();
        var owner = HomeToken.ReadOrCreate(service.Home);

        (await (await service.SendAsync(HttpMethod.Get, "/list?project=web", owner)).Content.ReadAsStringAsync()).ShouldBe("web");
        (await (await service.SendAsync(HttpMethod.Get, "/list", owner)).Content.ReadAsStringAsync()).ShouldBe("all");
        (await service.SendAsync(HttpMethod.Get, "/kill/web-1", owner)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/kill/app-1")]
    [InlineData("/sessions/app-orchestrator")]
    public async Task Agent_ofAnEarlierLaunch_hasNoRightsAnyMore(string path) =>
        (await SendAsync("app-orchestrator", path, "spawn-0")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    private static async Task ShouldBeAsync(string caller, string path, HttpStatusCode expected) =>
        (await SendAsync(caller, path)).StatusCode.ShouldBe(expected);

    private static async Task<HttpResponseMessage> SendAsync(string caller, string path, string launch = SampleSessions.Launch)
    {
        await using var service = await SampleService.StartAsync();
        return await service.SendAsync(HttpMethod.Get, path, HomeToken.ForSession(HomeToken.ReadOrCreate(service.Home), new SessionToken(caller, launch)));
    }
}
