using System.Text.Json;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.Actors;

/// <summary>Takes the actor types of apps that come, if they can be hosted.</summary>
internal sealed partial class ActorHosting(ActorPlacement placement, ResourceSet resources, ILogger<ActorHosting> logger)
{
    /// <param name="config">What the app answered to <c>GET /dapr/config</c>; undefined when it had no answer.</param>
    public void Arrive(HostedApp app, JsonElement config)
    {
        try
        {
            var types = ActorConfigReader.Read(config);
            if (types.Count > 0 && resources.ActorStateStore(app.Id) is null)
            {
                LogNoStateStore(app.Id);
                types = [];
            }

            placement.Arrive(app, types);
        }
        catch (FormatException e)
        {
            LogUnusable(app.Id, e.Message);
            placement.Arrive(app, []);
        }
    }

    public void Leave(HostedApp app) => placement.Leave(app);

    [LoggerMessage(LogLevel.Error, "App {AppId} has actors, but no state store is declared for it with actorStateStore: \"true\". Its actors are not hosted: add that to a component")]
    private partial void LogNoStateStore(string appId);

    [LoggerMessage(LogLevel.Error, "The actors of app {AppId} are not hosted: its /dapr/config is not usable: {Reason}")]
    private partial void LogUnusable(string appId, string reason);
}
