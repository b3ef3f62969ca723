namespace Athene.Sidecar.Tests.Replay;

/// <summary>Recorded cases that the embedded sidecar does not repeat, each with its reason.</summary>
public static class LeftOut
{
    private const string GoText = "the message is the text of Go's JSON parser";
    private const string SetUp = "tells the recorded set-up too; what is not of it is compared in Metadata_is_told_as_recorded_but_for_the_set_up";
    private const string Patience = "a one-shot reminder that fails is not given up after four deliveries; see ReminderTests";
    private const string Introduction = "comes before the replay; see App_is_asked_what_it_wants_as_recorded";

    private static readonly Dictionary<(string File, string Case), string> Cases = new()
    {
        [("http-state-redis.json", "state save bad JSON")] = GoText,
        [("http-state-redis.json", "state bulk bad JSON")] = GoText,
        [("http-state-redis.json", "state transaction bad JSON")] = GoText,
        [("http-state-redis.json", "state query (alpha)")] = "tells of a Redis without its JSON module; queries are refused, see StateBehaviourTests",
        [("http-publish.json", "publish bulk, bad JSON")] = GoText,
        [("http-delivery.json", "delivery that answers only after 6 s (processingTimeout 2 s, redeliverInterval 1 s)")] =
            "Redis redelivers while the app is still busy; the embedded sidecar waits for the answer",
        [("http-invoke.json", "other app: its sidecar has stopped")] = "one sidecar serves all apps and stops with all of them",
        [("http-startup-health-metadata.json", "startup")] = Introduction,
        [("http-startup-health-metadata.json", "metadata get")] = SetUp,
        [("http-startup-health-metadata.json", "metadata get after put")] = SetUp,
        [("http-tokens.json", "startup with APP_API_TOKEN")] = Introduction,
        [("http-actors.json", "actor state transaction bad JSON")] = GoText,
        [("http-actors.json", "actor state with ttl")] = "actor state may always have a time to live; no feature has to be switched on for it",
        [("http-actors.json", "actor state get with ttl")] = "follows the refused one before it",
        [("http-actors.json", "actor reminder bad JSON")] = GoText,
        [("http-actors.json", "actor reminder one-shot whose callback always answers 500")] = Patience,
        [("http-actors.json", "actor reminder get after failures")] = Patience,
        [("http-actors.json", "actor reminder repeating 2s whose callback always answers 500 (20 s watched)")] = "retries of one tick end with the next: nothing overlaps; see ReminderTests",
        [("http-actors.json", "other app: its sidecar stops, the active actor is deactivated")] = "asks nothing of the sidecar; see ActorReplayTests",
        [("http-workflows.json", "workflow get right after the start, worker still cold (PENDING)")] = "Dapr has not stored the instance yet; here it is stored, with its name and its times, before the start is answered",
        [("http-workflows.json", "workflow start while no worker is connected (client gave up after 12 s)")] = "has no answer; see WorkflowBehaviourTests",
        [("http-workflows.json", "workflow get FAILED on bad input")] = "the message is the text of .NET's JSON parser",
        [("http-workflows.json", "metadata with a connected worker")] = "tells the recorded set-up, and the actors that workflows are in Dapr",
    };

    public static IEnumerable<(string File, string Case)> All => Cases.Keys;

    public static bool Is(string file, string name) => Cases.ContainsKey((file, name));
}
