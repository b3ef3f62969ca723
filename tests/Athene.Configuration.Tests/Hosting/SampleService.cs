using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Hosting;
using Athene.Hosting.Callers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Athene.Configuration.Tests.Hosting;

/// <summary>A service with the defaults of all services, on a free port and a home of its own.</summary>
internal sealed class SampleService : IAsyncDisposable
{
    public const string AppToken = "token-of-the-app";

    private readonly TemporaryDirectory folder = new();
    private readonly WebApplication app;

    private SampleService(string[] settings)
    {
        Home = new AtheneHome(folder.Path);
        var builder = WebApplication.CreateSlimBuilder([$"--ATHENE_HOME={folder.Path}", "--APP_PORT=0", .. settings]);
        builder.AddAtheneDefaults("sample");
        builder.Services.AddSingleton<ISessionDirectory, SampleSessions>();
        app = builder.Build();
        app.MapAtheneDefaults();
        app.MapGet("/who", (Caller caller) => caller.Kind.ToString());
        app.MapGet("/sessions/{id}", (Caller caller) => caller.SessionId).AllowOwnSession();
        app.MapGet("/messages/{id}", () => "sent").AllowSupervisor().AllowColleagues();
        app.MapGet("/kill/{id}", () => "killed").AllowSupervisor();
        app.MapGet("/spawn/{project}", () => "spawned").AllowProjectSupervisor();
        app.MapGet("/list", (string? project, Caller caller) => caller.Within(project) ?? "all").AllowAnySupervisor();
        app.MapPost("/echo", (Sample sample) => sample);
        app.MapGet("/missing", IResult () => throw new AtheneException(ErrorTypes.SessionNotFound, 404, "There is no session 'app-9'.", "See 'athene ls'."));
        app.MapGet("/broken", IResult () => throw new InvalidOperationException("the inside story"));
    }

    public AtheneHome Home { get; }

    public HttpClient Client { get; } = new();

    public static async Task<SampleService> StartAsync(params string[] settings)
    {
        var service = new SampleService(settings);
        await service.app.StartAsync();
        service.Client.BaseAddress = new Uri(service.app.Urls.Single());
        return service;
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? bearer = null, string? appToken = null, string? json = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (bearer is not null) request.Headers.Authorization = new("Bearer", bearer);
        if (appToken is not null) request.Headers.Add("dapr-api-token", appToken);
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return Client.SendAsync(request);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }

    internal sealed record Sample(string Text, SessionState State);
}
