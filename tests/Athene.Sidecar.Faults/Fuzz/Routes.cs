namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Every path of Dapr's HTTP API, offered here or not; only <c>/v1.0/shutdown</c> is left out, because it would be obeyed.</summary>
internal static class Routes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("GET", "/v1.0/healthz?appid={app}"),
        new("GET", "/v1.0/healthz/outbound"),
        new("GET", "/v1.0/metadata"),
        new("PUT", "/v1.0/metadata/{name}", "a label"),
        .. State, .. PubSub, .. Invocation, .. Workflows, .. Actors, .. Others,
    ];

    private static IEnumerable<Route> State =>
    [
        new("GET", "/v1.0/state/{store}/{key}?consistency=strong&metadata.x=y"),
        new("DELETE", "/v1.0/state/{store}/{key}?concurrency=first-write"),
        new("POST", "/v1.0/state/{store}", """[{"key":"k1","value":{"a":[1,"b"]},"etag":"1","metadata":{"ttlInSeconds":"60"},"options":{"concurrency":"first-write","consistency":"strong"}}]"""),
        new("PUT", "/v1.0/state/{store}", """[{"key":"k1","value":1},{"key":"k2","value":"2"}]"""),
        new("POST", "/v1.0/state/{store}/bulk", """{"keys":["k1","k2"],"parallelism":2,"metadata":{"x":"y"}}"""),
        new("POST", "/v1.0/state/{store}/transaction",
            """{"operations":[{"operation":"upsert","request":{"key":"k1","value":1,"etag":"1","metadata":{"ttlInSeconds":"60"}}},{"operation":"delete","request":{"key":"k2"}}],"metadata":{"x":"y"}}"""),
        new("POST", "/v1.0-alpha1/state/{store}/query", """{"filter":{"EQ":{"a":1}},"page":{"limit":1}}"""),
    ];

    private static IEnumerable<Route> PubSub =>
    [
        new("POST", "/v1.0/publish/{pubsub}/{topic}?metadata.ttlInSeconds=60&metadata.{name}={text}", """{"a":[1,"b",null]}"""),
        new("POST", "/v1.0/publish/{pubsub}/{topic}?metadata.rawPayload=true", "raw"),
        new("POST", "/v1.0/publish/{pubsub}/{topic}", """{"specversion":"1.0","id":"1","type":"t","source":"s","datacontenttype":"application/json","data":{"a":1}}"""),
        new("POST", "/v1.0/publish/bulk/{pubsub}/{topic}?metadata.x=y", """[{"entryId":"1","event":"a","contentType":"text/plain","metadata":{"x":"y"}},{"entryId":"2","event":{"a":1},"contentType":"application/json"}]"""),
        new("POST", "/v1.0-alpha1/publish/bulk/{pubsub}/{topic}", """[{"entryId":"1","event":"a","contentType":"text/plain"}]"""),
    ];

    private static IEnumerable<Route> Invocation =>
    [
        new("POST", "/v1.0/invoke/{app}/method/{name}?a={text}", """{"a":1}"""),
        new("GET", "/v1.0/invoke/{app}/method/{name}/{key}"),
        new("DELETE", "/v1.0/invoke/{app}/method/"),
        new("GET", "/{name}/{key}"),
    ];

    private static IEnumerable<Route> Workflows =>
    [
        new("POST", "/v1.0/workflows/dapr/{workflow}/start?instanceID={instance}", "\"input\""),
        new("GET", "/v1.0/workflows/dapr/{instance}"),
        new("POST", "/v1.0/workflows/dapr/{instance}/raiseEvent/{name}", "{}"),
        .. ((string[])["pause", "resume", "terminate", "purge"]).Select(verb => new Route("POST", $"/v1.0/workflows/dapr/{{instance}}/{verb}?non_recursive=true")),
        new("GET", "/v1.0-beta1/workflows/{name}/{instance}"),
    ];

    private static IEnumerable<Route> Actors =>
    [
        new("PUT", "/v1.0/actors/{actor}/{key}/method/{name}", "{}"),
        new("POST", "/v1.0/actors/{actor}/{key}/state", """[{"operation":"upsert","request":{"key":"k","value":1,"metadata":{"ttlInSeconds":"9"}}},{"operation":"delete","request":{"key":"l"}}]"""),
        new("GET", "/v1.0/actors/{actor}/{key}/state/{name}"),
        .. ((string[])["reminders", "timers"]).SelectMany(kind => (Route[])
        [
            new("POST", $"/v1.0/actors/{{actor}}/{{key}}/{kind}/{{name}}", """{"dueTime":"1h0m0s","period":"R2/PT10S","data":{"a":1},"ttl":"2h","callback":"c","overwrite":true}"""),
            new("GET", $"/v1.0/actors/{{actor}}/{{key}}/{kind}/{{name}}"),
            new("DELETE", $"/v1.0/actors/{{actor}}/{{key}}/{kind}/{{name}}"),
        ]),
    ];

    private static IEnumerable<Route> Others =>
    [
        new("GET", "/v1.0/secrets/{secrets}/{name}?metadata.x=y"),
        new("GET", "/v1.0/secrets/{secrets}/bulk"),
        new("GET", "/v1.0/configuration/{store}?key={key}"),
        new("GET", "/v1.0/configuration/{store}/subscribe?key={key}"),
        new("POST", "/v1.0/bindings/{name}", """{"operation":"create","data":{}}"""),
        new("POST", "/v1.0-alpha1/lock/{store}", """{"resourceId":"r","lockOwner":"o","expiryInSeconds":60}"""),
        new("POST", "/v1.0-alpha1/unlock/{store}", """{"resourceId":"r","lockOwner":"o"}"""),
        new("POST", "/v1.0-alpha1/jobs/{name}", """{"schedule":"@every 1h","repeats":1,"data":{}}"""),
        new("GET", "/v1.0-alpha1/jobs/{name}"),
        new("PUT", "/v1.0-alpha1/crypto/{name}/encrypt", "text"),
        new("POST", "/v1.0-alpha2/conversation/{name}/converse", "{}"),
        new("GET", "/v2.0/{name}"),
    ];
}
