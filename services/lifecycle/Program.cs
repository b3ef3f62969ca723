using Athene.Configuration;
using Athene.Contracts.Json;
using Athene.Hosting;
using Athene.Lifecycle;
using Athene.Lifecycle.Api;
using Athene.Lifecycle.Publishing;
using Athene.Lifecycle.Sessions;
using Athene.Lifecycle.Verdicts;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddAtheneDefaults("lifecycle");
builder.Services.AddSingleton(ConfigurationLoader.LoadFromEnvironment().Lifecycle);
builder.Services.AddDaprClient(dapr => dapr.UseJsonSerializationOptions(AtheneJson.Options));
builder.Services.AddSingleton<ISessions>(services =>
    new SessionService(services.GetRequiredService<DaprClient>().CreateInvokableHttpClient(SessionService.AppId)));
builder.Services.AddSingleton<Announcer>();
builder.Services.AddSingleton<Executor>();
builder.Services.AddSingleton<Supervisor>();
builder.Services.AddDaprWorkflow(workflows =>
{
    workflows.RegisterWorkflow<VerdictAfterGrace>();
    workflows.RegisterActivity<GiveVerdict>();
});

var app = builder.Build();
app.MapAtheneDefaults();
app.UseCloudEvents();
app.MapSubscribeHandler();
app.MapSessionEvents();
await app.RunAsync();
