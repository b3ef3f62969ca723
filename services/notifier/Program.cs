using Athene.Hosting;
using Athene.Notifier;
using Athene.Notifier.Api;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddAtheneDefaults("notifier");
builder.AddDapr();
builder.AddChannels();
builder.AddRouting();
builder.AddDelivery();
builder.AddReporting();

var app = builder.Build();
app.MapAtheneDefaults();
app.UseCloudEvents();
app.MapSubscribeHandler();
app.MapNotificationTopic();
app.MapNotifications();
await app.RunAsync();
