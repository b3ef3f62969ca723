using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.Invocation;

public sealed class StreamingTests
{
    [Fact]
    public async Task Server_sent_events_arrive_one_by_one_while_the_call_is_open()
    {
        using var next = new SemaphoreSlim(0);
        await using var app = await TestApp.StartAsync();
        app.Handler = async (context, _) =>
        {
            context.Response.ContentType = "text/event-stream";
            for (var number = 1; number <= 2; number++)
            {
                await context.Response.WriteAsync($"data: {number}\n\n");
                await context.Response.Body.FlushAsync();
                await next.WaitAsync(TimeSpan.FromSeconds(10));
            }
        };
        await using var host = await SidecarHost.StartAsync(app.Port);
        await using var stream = await host.Http.GetStreamAsync("/v1.0/invoke/myapp/method/events");
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync()).ShouldBe("data: 1");
        (await reader.ReadLineAsync()).ShouldBe("");
        next.Release();
        (await reader.ReadLineAsync()).ShouldBe("data: 2");
        next.Release();
    }

    [Fact]
    public async Task Body_larger_than_the_api_limit_passes_through()
    {
        await using var app = await TestApp.StartAsync();
        await using var host = await SidecarHost.StartAsync(app.Port);
        var body = new byte[8 * 1024 * 1024];
        using var content = new ByteArrayContent(body);
        (await host.Http.PostAsync("/v1.0/invoke/myapp/method/large", content)).EnsureSuccessStatusCode();
        app.Next().Body.Length.ShouldBe(body.Length);
    }
}
