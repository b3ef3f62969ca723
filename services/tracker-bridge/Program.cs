using Athene.Contracts.Json;
using Athene.Hosting;
using Athene.TrackerBridge.Api;
using Athene.TrackerBridge.GitHub;
using Athene.TrackerBridge.Issues;
using Athene.TrackerBridge.Local;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Sessions;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddAtheneDefaults("tracker-bridge");
builder.Services.AddDaprClient(dapr => dapr.UseJsonSerializationOptions(AtheneJson.Options));
builder.Services.AddSingleton<ITracker, LocalTracker>();
builder.Services.AddSingleton<IssueDesk>();
builder.Services.AddSingleton<IssueSessions>();
builder.Services.AddSingleton<GitHubCredentials>();
builder.Services.AddHttpClient<GitHubApi>(http => http.Timeout = TimeSpan.FromSeconds(30));
builder.Services.AddTransient<IPullRequestHost, GitHubPullRequests>();
builder.Services.AddTransient<PullRequestDesk>();

var app = builder.Build();
app.MapAtheneDefaults();
app.UseCloudEvents();
app.MapSubscribeHandler();
app.MapIssues();
app.MapPullRequests();
app.MapSessionEvents();
app.MapWebhooks();
await app.RunAsync();
