using Athene.Configuration;
using Athene.Contracts.Json;
using Athene.Hosting;
using Athene.Notifier.Api;
using Athene.Notifier.Channels;
using Athene.Notifier.Delivery;
using Athene.Notifier.Routing;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddAtheneDefaults("notifier");
builder.Services.AddSingleton(ConfigurationLoader.LoadFromEnvironment());
builder.Services.AddDaprClient(dapr => dapr.UseJsonSerializationOptions(AtheneJson.Options));
builder.Services.AddSingleton(DesktopEnvironment.Current());
builder.Services.AddSingleton<IChannel, LogChannel>();
builder.Services.AddSingleton<IChannel, DesktopChannel>();
builder.Services.AddSingleton<Routes>();
builder.Services.AddSingleton<DeliveryLedger>();
builder.Services.AddSingleton<Courier>();
builder.Services.AddHostedService<RouteCheck>();

var app = builder.Build();
app.MapAtheneDefaults();
app.UseCloudEvents();
app.MapSubscribeHandler();
app.MapNotifications();
await app.RunAsync();
