using System.Net;
using System.Text;
using Athene.Sidecar.Resources;
using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.Resources;

/// <summary>What a Resiliency file does to deliveries and invocations.</summary>
public sealed class ResiliencyTests
{
    private const string PubSub = "kind: Component\nmetadata: { name: pubsub }\nspec: { type: pubsub.redis }\n---\n";
    private const string Call = "/v1.0/invoke/myapp/method/call";

    [Fact]
    public async Task Delivery_that_outlives_its_timeout_is_refused()
    {
        const string subscriptions = """[{"pubsubname":"pubsub","topic":"t","route":"/on/t","deadLetterTopic":"dead"},{"pubsubname":"pubsub","topic":"dead","route":"/on/dead"}]""";
        await using var app = await TestApp.StartAsync(subscriptions: subscriptions);
        app.Handler = (context, request) => request.Target == "/on/t" ? UntilAbandonedAsync(context) : Task.CompletedTask;
        await using var host = await StartAsync(app, "policies: { timeouts: { short: 100ms } }, targets: { components: { pubsub: { inbound: { timeout: short } } } }");
        await host.WhenReadyAsync();
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        (await host.Http.PostAsync("/v1.0/publish/pubsub/t", content)).EnsureSuccessStatusCode();

        app.Next().Target.ShouldBe("/on/t");
        app.Next().Target.ShouldBe("/on/dead");
    }

    [Fact]
    public async Task Invocation_that_outlives_its_timeout_fails()
    {
        await using var app = await TestApp.StartAsync();
        app.Handler = (context, _) => UntilAbandonedAsync(context);
        await using var host = await StartAsync(app, "policies: { timeouts: { short: 100ms } }, targets: { apps: { myapp: { timeout: short } } }");

        using var answer = await host.Http.GetAsync(Call);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("context deadline exceeded");
    }

    [Fact]
    public async Task File_with_scopes_is_for_those_callers_only()
    {
        await using var app = await TestApp.StartAsync();
        var attempts = 0;
        app.Handler = (context, _) => Answer(context, Interlocked.Increment(ref attempts) % 2 == 1 ? 503 : 200);
        await using var host = await StartAsync(app, "policies: { retries: { soon: { duration: 1ms } } }, targets: { apps: { myapp: { retry: soon } } }", "\nscopes: [other]");
        using var other = new HttpClient();

        (await host.Http.GetAsync(Call)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        attempts = 0;
        (await other.GetAsync($"http://127.0.0.1:{host.Sidecar.App("other").HttpPort}{Call}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Failed_invocation_is_tried_again_with_the_same_body_and_one_token()
    {
        await using var app = await TestApp.StartAsync();
        var attempts = 0;
        app.Handler = (context, _) =>
        {
            if (Interlocked.Increment(ref attempts) == 1) context.Abort();
            return Answer(context, attempts == 2 ? 404 : 200);
        };
        await using var host = await StartAsync(app, "policies: { retries: { soon: { duration: 1ms } } }, targets: { apps: { myapp: { retry: soon } } }", adjust: options => options with { AppApiToken = "secret" });
        using var content = new StringContent("the body");

        (await host.Http.PostAsync(Call, content)).StatusCode.ShouldBe(HttpStatusCode.OK);

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var request = app.Next();
            request.Text.ShouldBe("the body");
            request.Headers["dapr-api-token"].ShouldBe("secret");
        }
    }

    [Fact]
    public async Task Last_answer_is_the_callers_when_all_tries_have_failed()
    {
        await using var app = await TestApp.StartAsync();
        app.Handler = async (context, _) =>
        {
            context.Response.StatusCode = 418;
            await context.Response.WriteAsync("a teapot");
        };
        await using var host = await StartAsync(app, "policies: { retries: { twice: { duration: 1ms, maxRetries: 2 } } }, targets: { apps: { myapp: { retry: twice } } }");

        using var answer = await host.Http.GetAsync(Call);

        ((int)answer.StatusCode).ShouldBe(418);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("a teapot");
        app.Received.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(429, 2)]
    [InlineData(503, 2)]
    [InlineData(404, 1)]
    public async Task Only_the_matching_statuses_are_tried_again(int status, int calls)
    {
        await using var app = await TestApp.StartAsync();
        app.Handler = (context, _) => Answer(context, status);
        await using var host = await StartAsync(
            app, "policies: { retries: { once: { duration: 1ms, maxRetries: 1, matching: { httpStatusCodes: '429, 500-599' } } } }, targets: { apps: { myapp: { retry: once } } }");

        ((int)(await host.Http.GetAsync(Call)).StatusCode).ShouldBe(status);
        app.Received.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task Body_that_is_too_large_to_be_kept_for_another_try_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await using var host = await StartAsync(app, "policies: { retries: { soon: { duration: 1ms } } }, targets: { apps: { myapp: { retry: soon } } }");
        using var request = new HttpRequestMessage(HttpMethod.Post, Call) { Content = new ByteArrayContent(new byte[5 * 1024 * 1024]) };

        using var answer = await host.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("stream too large");
        app.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kind: Resiliency\nspec: { targets: { apps: { a: { circuitBreaker: cb } } } }", "spec.targets.apps.a.circuitBreaker is not followed")]
    [InlineData("kind: Resiliency\nspec: { targets: { components: { p: { inbound: { circuitBreaker: cb } } } } }", "spec.targets.components.p.inbound.circuitBreaker is not followed")]
    [InlineData("kind: Resiliency\nspec: { targets: { components: { s: { outbound: { timeout: t } } } } }", "spec.targets.components.s.outbound is not needed")]
    [InlineData("kind: Component\nmetadata: { name: s }\nspec: { type: state.redis, metadata: [{ name: redisHost, value: h }, { name: keyPrefix, value: name }] }", "not used: redisHost")]
    public void What_is_not_followed_is_remarked_on_with_its_file(string yaml, string remark)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.Combine("file.yaml"), yaml);

        var remarks = ResourceReader.Read(directory.Path, [SidecarHost.AppId]).Remarks;

        remarks.ShouldHaveSingleItem().ShouldContain("file.yaml");
        remarks[0].ShouldContain(remark);
    }

    private static Task<SidecarHost> StartAsync(TestApp app, string spec, string end = "", Func<SidecarOptions, SidecarOptions>? adjust = null) => SidecarHost.StartAsync(
        app.Port, [new SidecarApp("other", 0, 0, 0)], new Dictionary<string, string> { ["file.yaml"] = $"{PubSub}kind: Resiliency\nspec: {{ {spec} }}{end}" }, adjust);

    private static Task Answer(HttpContext context, int status)
    {
        if (!context.RequestAborted.IsCancellationRequested) context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task UntilAbandonedAsync(HttpContext context)
    {
        var abandoned = new TaskCompletionSource();
        context.RequestAborted.Register(abandoned.SetResult);
        return abandoned.Task;
    }
}
