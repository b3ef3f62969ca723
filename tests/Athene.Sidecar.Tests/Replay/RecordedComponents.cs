namespace Athene.Sidecar.Tests.Replay;

/// <summary>The resource files with which the recordings were made.</summary>
public static class RecordedComponents
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["components.yaml"] = string.Join("---\n",
            Component("sqlitestore", "state.sqlite"), Component("statestore", "state.redis", "actorStateStore"), Component("pubsub", "pubsub.redis"),
            Component("mempubsub", "pubsub.in-memory"), Component("envsecrets", "secretstores.local.env")),
    };

    public static IReadOnlyDictionary<string, string> WithResiliency { get; } = new Dictionary<string, string>(Files)
    {
        ["resiliency.yaml"] = """
            apiVersion: dapr.io/v1alpha1
            kind: Resiliency
            metadata:
              name: resiliency
            spec:
              policies:
                retries:
                  again:
                    policy: constant
                    duration: 300ms
                    maxRetries: 2
              targets:
                components:
                  pubsub:
                    inbound:
                      retry: again
                  mempubsub:
                    inbound:
                      retry: again
            """,
    };

    /// <summary>The secret store that was recorded.</summary>
    public static IReadOnlyDictionary<string, string> WithSecretsFile(string path) => new Dictionary<string, string>(Files)
    {
        ["secrets.yaml"] = $$"""
            apiVersion: dapr.io/v1alpha1
            kind: Component
            metadata: { name: secrets }
            spec: { type: secretstores.local.file, version: v1, metadata: [{ name: secretsFile, value: "{{path}}" }] }
            """,
    };

    /// <summary>What the recorded app subscribed to.</summary>
    public static string Subscriptions { get; } = System.Text.Encoding.UTF8.GetString(
        HttpRecord.Load("http-startup-health-metadata.json").First(record => record.Path == "/dapr/subscribe").ResponseBody!);

    /// <summary>The actor types that the recorded app declared.</summary>
    public static string Config { get; } = System.Text.Encoding.UTF8.GetString(
        HttpRecord.Load("http-startup-health-metadata.json").First(record => record.Path == "/dapr/config").ResponseBody!);

    private static string Component(string name, string type, params ReadOnlySpan<string> flags) => $"""
        apiVersion: dapr.io/v1alpha1
        kind: Component
        metadata:
          name: {name}
        spec:
          type: {type}
          version: v1
          metadata: [{string.Join(", ", flags.ToArray().Select(flag => $"{{ name: {flag}, value: \"true\" }}"))}]

        """;
}
