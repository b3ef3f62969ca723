namespace Athene.Sidecar.Tests.Resources;

/// <summary>Resource files: what is followed, and that nothing else is accepted in silence.</summary>
public sealed class ResourceFileTests
{
    [Theory]
    [InlineData("kind: Configuration\nspec: { tracing: { samplingRate: '1' } }", "'tracing' under spec is not supported")]
    [InlineData("kind: HTTPEndpoint", "the kind 'HTTPEndpoint' is not supported")]
    [InlineData("kind: Component\nmetadata: { name: cron }\nspec: { type: bindings.cron }", "of the type bindings.cron, which the embedded sidecar does not have")]
    [InlineData("kind: Component\nmetadata: { name: vault }\nspec: { type: secretstores.hashicorp.vault }", "secretstores.hashicorp.vault")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: state.redis, metadata: [{ name: ttlInSeconds, value: '5' }] }", "sets ttlInSeconds, which is not supported")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: state.redis, metadata: [{ name: primaryEncryptionKey, value: k }] }", "plain text")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: state.redis, metadata: [{ name: outboxPublishTopic, value: k }] }", "nothing would be published")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: state.redis, metadata: [{ name: keyPrefix, value: 'a||b' }] }", "must not contain '||'")]
    [InlineData("kind: Component\nmetadata: { name: p }\nspec: { type: pubsub.redis, metadata: [{ name: consumerID, value: shared }] }", "sets consumerID")]
    [InlineData("kind: Component\nmetadata: { name: p }\nspec: { type: pubsub.redis, metadata: [{ name: publishingScopes, value: x }] }", "sets publishingScopes")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: state.redis, speed: 3 }", "'speed' under spec is not supported")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: state.redis, metadata: [{ name: redisPassword, secretKeyRef: { name: p } }] }", "needs auth.secretStore")]
    [InlineData("kind: Component\nmetadata: { name: s }\nauth: { secretStore: no }\nspec: { type: state.redis, metadata: [{ name: redisPassword, secretKeyRef: { name: p } }] }", "'no', which is not declared here")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: secretstores.local.file }", "does not say its secretsFile")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: secretstores.local.file, metadata: [{ name: secretsFile, value: /no/where.json }] }", "/no/where.json")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: state.redis }\n---\nkind: Component\nmetadata: { name: s }\nspec: { type: pubsub.redis }", "declared twice")]
    [InlineData("kind: Subscription\nspec: { pubsubname: p, topic: t, route: /on }", "'apiVersion' is missing")]
    [InlineData("apiVersion: dapr.io/v9\nkind: Subscription\nspec: { pubsubname: p, topic: t }", "not 'dapr.io/v9'")]
    [InlineData("apiVersion: dapr.io/v1alpha1\nkind: Subscription\nspec: { pubsubname: p, topic: t, routes: { default: /on } }", "'routes' under spec is not supported")]
    [InlineData("apiVersion: dapr.io/v2alpha1\nkind: Subscription\nspec: { pubsubname: p, topic: t, routes: { default: /on, other: /x } }", "line 3: 'other' under routes")]
    [InlineData("apiVersion: dapr.io/v2alpha1\nkind: Subscription\nspec: { pubsubname: p, topic: t, routes: {} }", "neither rules nor a default")]
    [InlineData("apiVersion: dapr.io/v2alpha1\nkind: Subscription\nspec: { pubsubname: p, topic: t, routes: { rules: [{ match: 'event.x ~ 1', path: /on }] } }", "at character 9")]
    [InlineData("apiVersion: dapr.io/v2alpha1\nkind: Subscription\nspec: { pubsubname: p, topic: t, routes: { default: /on }, bulkSubscribe: { enabled: maybe } }", "true or false")]
    [InlineData("kind: Resiliency\nspec: { targets: { actors: { Order: { timeout: 5s } } } }", "calls of actors are not supported")]
    [InlineData("kind: Resiliency\nspec: { policies: { retries: { r: { policy: random } } } }", "constant or exponential")]
    [InlineData("kind: Resiliency\nspec: { policies: { retries: { r: { matching: { httpStatusCodes: '5xx' } } } } }", "'5xx' is neither an HTTP status")]
    [InlineData("kind: Resiliency\nspec: { policies: { retries: { r: { matching: { gRPCStatusCodes: '14' } } } } }", "'gRPCStatusCodes' under matching")]
    [InlineData("kind: Resiliency\nspec: { policies: { retries: { r: { matching: { httpStatusCodes: '500' } } } }, targets: { components: { p: { inbound: { retry: r } } } } }", "not supported for deliveries")]
    [InlineData("kind: Resiliency\nspec: { policies: { retries: { DefaultRetryPolicy: { maxRetries: 1 } } } }", "default policy")]
    [InlineData("kind: Resiliency\nspec: { targets: { components: { pubsub: { inbound: { timeout: none } } } } }", "'none' is not defined under spec.policies.timeouts")]
    [InlineData("kind: Resiliency\nspec: { policies: { timeouts: { t: soon } } }", "not a duration")]
    [InlineData("kind: Resiliency\nspec: { policies: { timeouts: { t: 1177h } } }", "49 days at most")]
    [InlineData("kind: Resiliency\nspec: { policies: { bulkheads: {} } }", "'bulkheads' under policies")]
    public async Task File_that_cannot_be_followed_ends_the_start_and_says_why(string yaml, string reason)
    {
        var refusal = await Should.ThrowAsync<SidecarStartException>(() => SidecarHost.StartAsync(resources: new Dictionary<string, string> { ["file.yaml"] = yaml }));
        refusal.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task What_is_scoped_to_other_apps_is_left_alone()
    {
        const string cron = "kind: Component\nmetadata: { name: cron }\nspec: { type: bindings.cron }\nscopes: [somebody-else]";
        await using var host = await SidecarHost.StartAsync(resources: new Dictionary<string, string> { ["file.yaml"] = cron });
        (await host.Http.GetStringAsync("/v1.0/metadata")).ShouldNotContain("cron");
    }

    [Fact]
    public async Task Two_actor_state_stores_for_one_app_end_the_start_and_are_named()
    {
        var refusal = await Should.ThrowAsync<SidecarStartException>(() => SidecarHost.StartAsync(resources: TwoActorStateStores(scopeOfSecond: SidecarHost.AppId)));
        refusal.Message.ShouldContain($"'{SidecarHost.AppId}'");
        refusal.Message.ShouldContain("'first', 'second'");
    }

    [Fact]
    public async Task Each_app_may_have_an_actor_state_store_of_its_own()
    {
        await using var host = await SidecarHost.StartAsync(others: [new SidecarApp("other", 0, 0, 0)], resources: TwoActorStateStores(scopeOfSecond: "other"));
        var metadata = await host.Http.GetStringAsync("/v1.0/metadata");
        metadata.ShouldContain("first");
        metadata.ShouldNotContain("second");
    }

    [Fact]
    public async Task Metadata_can_come_from_a_secret()
    {
        const string yaml = """
            kind: Component
            metadata: { name: statestore }
            auth: { secretStore: environment }
            spec: { type: state.redis, metadata: [{ name: keyPrefix, secretKeyRef: { name: ATHENE_TEST_PREFIX, key: ATHENE_TEST_PREFIX } }] }
            ---
            kind: Component
            metadata: { name: environment }
            spec: { type: secretstores.local.env }
            """;
        Environment.SetEnvironmentVariable("ATHENE_TEST_PREFIX", "none");
        await using var host = await SidecarHost.StartAsync(
            others: [new SidecarApp("other", 0, 0, 0)], resources: new Dictionary<string, string> { ["file.yaml"] = yaml });
        using var content = new StringContent("""[{"key":"shared","value":1}]""");
        (await host.Http.PostAsync("/v1.0/state/statestore", content)).EnsureSuccessStatusCode();
        using var other = new HttpClient();
        (await other.GetStringAsync($"http://127.0.0.1:{host.Sidecar.App("other").HttpPort}/v1.0/state/statestore/shared")).ShouldBe("1");
    }

    private static Dictionary<string, string> TwoActorStateStores(string scopeOfSecond) => new()
    {
        ["first.yaml"] = ActorStateStore("first", SidecarHost.AppId),
        ["second.yaml"] = ActorStateStore("second", scopeOfSecond),
    };

    private static string ActorStateStore(string name, string scope) =>
        $"kind: Component\nmetadata: {{ name: {name} }}\nspec: {{ type: state.redis, metadata: [{{ name: actorStateStore, value: 'true' }}] }}\nscopes: [{scope}]";
}
