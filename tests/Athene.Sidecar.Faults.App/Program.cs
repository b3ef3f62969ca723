using System.Globalization;
using System.Text.Json;
using Athene.Dapr;
using Athene.Dapr.Workflow;
using Athene.Sidecar.Faults.App;

// An app to be killed: works through what its sidecar gives it, and writes down what it did.
using var effects = new EffectLog(Environment.GetEnvironmentVariable("EFFECTS") ?? throw new InvalidOperationException("EFFECTS names no file"));
effects.Add("start", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls($"http://127.0.0.1:{builder.Configuration["APP_PORT"]}");
builder.Services.AddSingleton(effects);
builder.Services.AddDaprWorkflow(options => Workflows.Register(options, effects));
builder.Services.AddActors(options => options.Actors.RegisterActor<Chore>());

var app = builder.Build();
app.UseCloudEvents();
app.MapSubscribeHandler();
app.MapActorsHandlers();
app.MapPost("/on/message", (JsonElement message) => effects.Add("message", message.GetString() ?? "")).WithTopic("pubsub", "messages");
await app.RunAsync();
