using System.Diagnostics;
using System.Text.Json;
using Athene.Hosting.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Athene.Configuration.Tests.Hosting;

public sealed class JsonLineFormatterTests
{
    private readonly JsonLineFormatter formatter = new(Options.Create(new JsonLineOptions { Service = "sample" }), new FakeTimeProvider());

    [Fact]
    public void Write_puts_time_service_trace_and_values_into_one_line()
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        var scopes = new LoggerExternalScopeProvider();
        using var outer = scopes.Push(new Dictionary<string, object?> { ["SessionId"] = "outer", ["Workflow"] = "spawn-1" });
        var state = new Dictionary<string, object?> { ["SessionId"] = "app-1", ["Count"] = 3, ["{OriginalFormat}"] = "…" };

        var line = Write(new LogEntry<Dictionary<string, object?>>(
            LogLevel.Warning, "Athene.Sample", default, state, new InvalidOperationException("two\nlines"), (_, _) => "said \"so\""), scopes);

        line.GetProperty("time").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        line.GetProperty("level").GetString().ShouldBe("warn");
        line.GetProperty("service").GetString().ShouldBe("sample");
        line.GetProperty("message").GetString().ShouldBe("said \"so\"");
        line.GetProperty("traceId").GetString().ShouldBe(activity.TraceId.ToHexString());
        line.GetProperty("exception").GetString()!.ShouldContain("two\nlines");
        line.GetProperty("values").ToString().ShouldBe("""{"count":3,"sessionId":"app-1","workflow":"spawn-1"}""");
    }

    private JsonElement Write<TState>(LogEntry<TState> entry, IExternalScopeProvider scopes)
    {
        using var writer = new StringWriter();
        formatter.Write(entry, scopes, writer);
        var text = writer.ToString();
        text.TrimEnd().ShouldNotContain("\n");
        return JsonDocument.Parse(text).RootElement;
    }
}
