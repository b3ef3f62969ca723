using Athene.Hosting;
using Athene.Lifecycle;
using Athene.Lifecycle.Api;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddAtheneDefaults("lifecycle");
builder.Services.AddDapr();
builder.Services.AddSupervision();
builder.Services.AddEffects();

var app = builder.Build();
app.MapAtheneDefaults();
app.UseCloudEvents();
app.MapSubscribeHandler();
app.MapActorsHandlers();
app.MapSessionEvents();
app.MapTrackerEvents();
await app.RunAsync();
