using Athene.Hosting;
using Athene.Session;
using Athene.Session.Api;
using Athene.Session.Hooks;
using Athene.Session.Machine.Terminals;

if (args is [TerminalHostCommand.Verb, var socket]) return await TerminalHostCommand.RunAsync(socket);
if (args is [TerminalAttachCommand.Verb, var host, var session]) return await TerminalAttachCommand.RunAsync(host, session);

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddAtheneDefaults("session");
builder.AddDapr();
builder.AddConfiguration();
builder.AddRecords();
builder.AddMachine();
builder.AddOperations();
builder.AddQueue();
builder.AddOrchestrators();
builder.AddPullRequests();
builder.AddCleaning();
builder.AddObservation();
builder.AddHooks();

var app = builder.Build();
app.MapAtheneDefaults();
app.MapSessions();
app.MapOrchestrators();
app.MapClaims();
app.MapIssues();
app.MapCleanup();
app.MapOperations();
app.MapQueue();
app.MapProjects();
app.MapEvents();
app.MapHooks();
await app.RunAsync();
return 0;
