using Athene.Hosting;
using Athene.Session;
using Athene.Session.Api;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddAtheneDefaults("session");
builder.AddDapr();
builder.AddConfiguration();
builder.AddRecords();
builder.AddMachine();
builder.AddOperations();
builder.AddObservation();

var app = builder.Build();
app.MapAtheneDefaults();
app.MapSessions();
app.MapOperations();
app.MapProjects();
app.MapEvents();
await app.RunAsync();
